//! The labels of the e-mail form: written by [`super::email`], read by [`super::reading`].

use crate::cohort::AgeBand;

/// How many voices the form has room for; more may be added by hand.
pub(super) const VOICES: usize = 6;
/// Nothing below this line belongs to the form.
pub(super) const END: &str = "END OF FORM";

pub(super) struct Labels {
    pub number: &'static str,
    pub theme: &'static str,
    pub who: &'static str,
    pub date: &'static str,
    pub place: &'static str,
    pub kind: &'static str,
    pub title: &'static str,
    pub in_all: &'static str,
    pub voice: &'static str,
    pub age: &'static str,
    pub share: &'static str,
    pub sensitive: &'static str,
    pub group: &'static str,
    pub happened: &'static str,
    pub take: &'static str,
    pub claim: &'static str,
    pub stands_in: &'static str,
    pub verdict: &'static str,
    pub seen: &'static str,
}

pub(super) const LABELS: Labels = Labels {
    number: "Form number",
    theme: "Theme",
    who: "Link Champion",
    date: "Date",
    place: "Place",
    kind: "Kind of event",
    title: "Title",
    in_all: "How many in all",
    voice: "Voice",
    age: "Age",
    share: "Share",
    sensitive: "Sensitive",
    group: "Group",
    happened: "What happened",
    take: "Take to the board",
    claim: "Claim",
    stands_in: "Claim stands in",
    verdict: "Is it true",
    seen: "What you saw",
};

/// "How many 11 to 15".
pub(super) fn band_label(band: AgeBand) -> String {
    format!("How many {}", band.words())
}

/// What a label stands for, and the number behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Asked {
    Number,
    Theme,
    Who,
    Date,
    Place,
    Kind,
    Title,
    Band(AgeBand),
    InAll,
    Happened,
    Take,
    Voice(usize),
    Age(usize),
    Share(usize),
    Sensitive(usize),
    Group(usize),
    VoiceTheme(usize),
    Claim(usize),
    StandsIn(usize),
    Verdict(usize),
    Seen(usize),
}

/// Reads a label: case, stars, brackets and spaces make no difference.
pub(super) fn asked(label: &str) -> Option<Asked> {
    let words = plain(label);
    let single = [
        (LABELS.number, Asked::Number),
        (LABELS.theme, Asked::Theme),
        (LABELS.who, Asked::Who),
        (LABELS.date, Asked::Date),
        (LABELS.place, Asked::Place),
        (LABELS.kind, Asked::Kind),
        (LABELS.title, Asked::Title),
        (LABELS.in_all, Asked::InAll),
        (LABELS.happened, Asked::Happened),
        (LABELS.take, Asked::Take),
    ];
    if let Some((_, found)) = single.into_iter().find(|(label, _)| plain(label) == words) {
        return Some(found);
    }
    if let Some(band) = AgeBand::ALL.iter().find(|band| plain(&band_label(**band)) == words) {
        return Some(Asked::Band(*band));
    }
    let (words, number) = words.rsplit_once(' ')?;
    let number: usize = number.parse().ok().filter(|number| (1..=MOST).contains(number))?;
    let numbered: [Numbered; 10] = [
        (LABELS.voice, Asked::Voice),
        (LABELS.age, Asked::Age),
        (LABELS.share, Asked::Share),
        (LABELS.sensitive, Asked::Sensitive),
        (LABELS.group, Asked::Group),
        (LABELS.theme, Asked::VoiceTheme),
        (LABELS.claim, Asked::Claim),
        (LABELS.stands_in, Asked::StandsIn),
        (LABELS.verdict, Asked::Verdict),
        (LABELS.seen, Asked::Seen),
    ];
    numbered.into_iter().find(|(label, _)| plain(label) == words).map(|(_, of)| of(number))
}

/// A label that counts: "Voice 3".
type Numbered = (&'static str, fn(usize) -> Asked);

/// No e-mail has more voices than this.
const MOST: usize = 99;

/// Lower case, letters and digits alone, one space between words; what stands in brackets is a hint.
pub(super) fn plain(words: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::new();
    for c in words.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '\'' | '’' => {}
            _ if c.is_alphanumeric() => kept.extend(c.to_lowercase()),
            _ => kept.push(' '),
        }
    }
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}
