//! A look at words while they are typed: the theme they may belong to, and what may identify a child.

use pledgeboard_domain::{Identifying, Person, Theme, id::ThemeId, identifying::identifying, theme_guess};
use serde::{Deserialize, Serialize};

use crate::{context::Context, error::Outcome};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LookAtWords {
    pub words: String,
    /// The theme to take where two fit as well: the event's own.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional = nullable))]
    pub usual: Option<ThemeId>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LookedAt {
    /// The theme whose keywords fit best; none when no keyword fits.
    pub theme_id: Option<ThemeId>,
    /// The words that the guess comes from.
    pub because: Vec<String>,
    pub identifying: Vec<Identifying>,
}

pub(crate) async fn look(cx: &Context, request: LookAtWords) -> Outcome<LookedAt> {
    let mut read = cx.read().await?;
    let today = cx.today();
    let mut themes = read.all::<Theme>().await?;
    themes.retain(|it| it.retired_on.is_none_or(|day| day > today));
    let keywords = themes.iter().map(|it| (it.id, it.keywords.as_slice()));
    let guess = theme_guess::guess(&request.words, keywords, request.usual);
    // A young representative stands on the board under a label, which tells nobody who they are.
    let named = |person: Person| {
        if person.is_young_representative() { person.first_name } else { person.name }
    };
    let names: Vec<String> = read.all::<Person>().await?.into_iter().map(named).collect();
    Ok(LookedAt {
        theme_id: guess.as_ref().map(|it| it.theme_id),
        because: guess.map(|it| it.because).unwrap_or_default(),
        identifying: identifying(&request.words, &names),
    })
}
