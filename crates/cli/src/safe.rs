//! `protect`, `unprotect`, `backup`, `restore`, `verify`.

use pledgeboard_app::{
    backups::{RestorePreview, file},
    key_of, security,
};

use crate::{
    Refused,
    arguments::{Backup, Protect, Restore, Unprotect, Verify},
    open::words,
    say,
};

const NEW: &str = "PLEDGEBOARD_NEW_PASSPHRASE";

pub async fn protect(asked: Protect) -> Result<(), Refused> {
    let key = asked.on.key().await?;
    let from = asked.new_passphrase_file.as_deref();
    let new = words(from, NEW, "New passphrase: ")?
        .ok_or_else(|| Refused(format!("Give the new passphrase with --new-passphrase-file or {NEW}.")))?;
    // What is typed unseen is typed twice.
    let is_typed = from.is_none() && std::env::var_os(NEW).is_none();
    let again = if is_typed { rpassword::prompt_password("Type it again: ")? } else { new.clone() };
    let notices = security::relock_file(&asked.on.board, key.as_ref(), Some((new, again))).await?;
    told(&notices);
    say(&format!("Protected {}", asked.on.board.display()))
}

pub async fn unprotect(asked: Unprotect) -> Result<(), Refused> {
    let Some(key) = asked.on.key().await? else { return Err(Refused("This board is not protected.".into())) };
    let notices = security::relock_file(&asked.on.board, Some(&key), None).await?;
    told(&notices);
    say(&format!("{} is no longer protected", asked.on.board.display()))
}

fn told(notices: &[String]) {
    for notice in notices {
        eprintln!("Note: {notice}");
    }
}

pub async fn backup(asked: Backup) -> Result<(), Refused> {
    let key = asked.on.key().await?;
    let clock = asked.on.today.clock();
    let made = file::back_up(&asked.on.board, key.as_ref(), asked.to.as_deref(), clock).await?;
    say(&made.display().to_string())
}

pub async fn verify(asked: Verify) -> Result<(), Refused> {
    let key = asked.passphrase.key(&asked.backup).await?;
    let found = file::verify(&asked.backup, key.as_ref()).await?;
    if found.is_empty() {
        return say("Sound: nothing is wrong with this copy.");
    }
    say(&found.join("\n"))?;
    Err(Refused("This copy of the board is damaged. Choose another one.".into()))
}

pub async fn restore(asked: Restore) -> Result<(), Refused> {
    let board = &asked.on.board;
    // One that is gone, or damaged beyond its first bytes, asks for nothing.
    asked.on.in_file()?;
    let key = asked.on.key().await.or_else(|refused| if board.exists() { Err(refused) } else { Ok(None) })?;
    let copys = match &asked.backup_passphrase_file {
        Some(other) => {
            let words = words(Some(other), "", "")?.unwrap_or_default();
            key_of(&asked.backup, words).await?
        }
        None => match &key {
            Some(key) if pledgeboard_app::Lock::of(&asked.backup).is_ok_and(|lock| key.fits(lock)) => {
                Some(key.clone())
            }
            _ => asked.on.passphrase.key(&asked.backup).await?,
        },
    };
    let preview = file::preview(board, key.as_ref(), &asked.backup, copys.as_ref()).await?;
    say(&sentences(&preview))?;
    if asked.dry_run {
        return Ok(());
    }
    let clock = asked.on.today.clock();
    let kept = file::restore(board, key.as_ref(), &asked.backup, copys.as_ref(), clock).await?;
    if let Some(kept) = kept {
        say(&format!("The board as it was is in {}", kept.display()))?;
    }
    say(&format!("Restored {}", board.display()))
}

/// What would change, a line to a kind of record.
fn sentences(preview: &RestorePreview) -> String {
    if preview.kinds.is_empty() && preview.undone == 0 && preview.again == 0 {
        return "The copy says the same as the board.".into();
    }
    let mut lines = vec![format!(
        "{} of the board's changes are not in the copy; {} of the copy's are not in the board.",
        preview.undone, preview.again
    )];
    for kind in &preview.kinds {
        lines.push(format!(
            "{}: {} back again, {} gone, {} as they were",
            kind.called, kind.back, kind.gone, kind.changed
        ));
    }
    lines.join("\n")
}
