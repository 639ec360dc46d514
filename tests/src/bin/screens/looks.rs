//! The ways in which each screen is looked at.

use anyhow::Result;
use pledgeboard_tests::User;

pub struct Look {
    name: &'static str,
    width: u32,
    height: u32,
    theme: &'static str,
    /// Per cent of the usual size of text.
    text: u32,
}

const fn look_of(name: &'static str, width: u32, theme: &'static str) -> Look {
    Look { name, width, height: 800, theme, text: 100 }
}

pub const LOOKS: [Look; 7] = [
    look_of("wide-light", 1280, "light"),
    look_of("wide-dark", 1280, "dark"),
    look_of("wide-contrast", 1280, "contrast"),
    look_of("narrow-light", 400, "light"),
    look_of("narrow-dark", 400, "dark"),
    look_of("small", 320, "light"),
    Look { name: "large-text", width: 1280, height: 800, theme: "light", text: 200 },
];

/// Takes the pictures and gives what is wrong.
pub async fn look(user: &User, name: &str) -> Vec<String> {
    let mut faults = vec![];
    for look in LOOKS {
        let mut seen = one(user, name, &look).await;
        if seen.is_err() {
            seen = one(user, name, &look).await;
        }
        match seen {
            Ok(found) => faults.extend(found.into_iter().map(|fault| format!("{}: {fault}", look.name))),
            Err(error) => faults.push(format!("{}: {name}: {error:#}", look.name)),
        }
    }
    let _ = user.enlarge(100).await;
    let _ = user.resize(1280, 800).await;
    faults
}

async fn one(user: &User, name: &str, look: &Look) -> Result<Vec<String>> {
    user.resize(look.width, look.height).await?;
    user.wear(look.theme).await?;
    user.enlarge(look.text).await?;
    let mut faults = vec![];
    for checked in [user.check_fits(name).await, user.check_accessibility(name).await] {
        if let Err(fault) = checked {
            faults.push(format!("{fault:#}"));
        }
    }
    user.show_whole(look.width, look.height).await?;
    user.picture(&format!("{name}-{}", look.name)).await?;
    Ok(faults)
}
