//! What children said, as documents for adults print it: the words, with the theme and the age band at most (rule 6).

use pledgeboard_domain::{Audience, Theme, Voice};

use crate::block::{Block, Document, Inline, Item, List, Tone};

/// The words, "…(Feeling safe at home, aged 11 to 15)".
pub fn words(voice: &Voice, themes: &[Theme]) -> Vec<Inline> {
    let theme = themes.iter().find(|theme| theme.id == voice.theme_id).map(|theme| theme.name.clone());
    with(voice, theme.into_iter().chain(age(voice)).collect())
}

/// The words under a heading that names their theme: with the age band alone.
pub fn words_of_theme(voice: &Voice) -> Vec<Inline> {
    with(voice, age(voice).into_iter().collect())
}

fn with(voice: &Voice, about: Vec<String>) -> Vec<Inline> {
    let said = voice.words.trim();
    let mut inlines =
        vec![Inline::text(if voice.is_quote { format!("“{said}”") } else { said.to_owned() })];
    if !about.is_empty() {
        inlines.push(Inline::toned(format!(" ({})", about.join(", ")), Tone::Soft));
    }
    inlines
}

fn age(voice: &Voice) -> Option<String> {
    voice.age_band.map(|band| format!("aged {}", band.words()))
}

/// Those that may be printed for this audience, as a list; none where there are none. The document holds them.
pub fn list<'a>(
    document: &mut Document,
    voices: impl IntoIterator<Item = &'a Voice>,
    themes: &[Theme],
    audience: Audience,
) -> Option<Block> {
    let mut items = vec![];
    for voice in voices.into_iter().filter(|voice| voice.may_be_printed_for(audience)) {
        document.holds(voice.id);
        items.push(Item::new("•", words(voice, themes)));
    }
    (!items.is_empty()).then_some(Block::List(List { items, ordered: false }))
}
