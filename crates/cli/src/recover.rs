//! `recover`: what can be saved of a damaged board.

use pledgeboard_app::{RecoveredKind, domain::wording, recover};

use crate::{Refused, arguments::Recover, say};

pub async fn recover(asked: Recover) -> Result<(), Refused> {
    let key = asked.on.key().await?;
    let clock = asked.on.today.clock();
    let recovered = recover::recover(&asked.on.board, key.as_ref(), &asked.to, clock).await?;
    let touched = recovered.kinds.iter().filter(|it| it.from_history + it.lost + it.unlinked > 0);
    for kind in touched {
        say(&sentence(kind))?;
    }
    let lost: u64 = recovered.kinds.iter().map(|it| it.lost).sum();
    let summary = if lost == 0 {
        "Nothing that the file still tells of is lost.".into()
    } else {
        format!("{lost} lost in all.")
    };
    say(&format!("{summary} The new board is {}", asked.to.display()))
}

/// "voice: 58 saved, 2 of them as the history last says; 1 lost".
fn sentence(kind: &RecoveredKind) -> String {
    let mut line = format!("{}: {} saved", kind.called, kind.saved);
    if kind.from_history > 0 {
        line += &format!(", {} of them as the history last says", kind.from_history);
    }
    line += &format!("; {} lost", kind.lost);
    if kind.unlinked > 0 {
        let references = wording::count(kind.unlinked, "reference", "references");
        line += &format!("; {references} to what is lost taken out");
    }
    line
}
