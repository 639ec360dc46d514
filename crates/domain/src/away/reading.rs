//! From a filled e-mail form to an event. What cannot be understood is told, never dropped in silence.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{
    dates,
    file::{AwayCheck, AwayCohort, AwayEvent, AwayTheme, AwayVoice},
    form::number_typed,
    labels::{Asked, plain},
    lines,
};
use crate::{
    cohort::AgeBand,
    event::{Came, EventKind, Verdict},
    id::{EventId, ThemeId},
    refusal::{Checked, Code, Refusal},
    theme_guess,
    voice::Share,
};

/// What the board offers to whoever fills in a form.
#[derive(Debug, Clone, Copy)]
pub struct Offered<'a> {
    pub themes: &'a [AwayTheme],
    pub cohorts: &'a [AwayCohort],
}

/// An event out of an e-mail, and each thing in it that could not be understood, in one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadForm {
    pub said: AwayEvent,
    pub not_understood: Vec<String>,
}

/// The form's number, by which the board finds whose form it is.
///
/// # Errors
/// When the text is no form, or its number cannot be read.
pub fn number(text: &str) -> Checked<String> {
    let answers = lines::read(text).answers;
    let typed = answers.get(&Asked::Number).map(String::as_str).unwrap_or_default();
    // "K7QF-3M9T thank you" is still that number.
    let first = typed.split_whitespace().next().unwrap_or_default();
    number_typed(typed).or_else(|| number_typed(first)).ok_or_else(|| {
        let message = if typed.is_empty() {
            "This text has no form number. Paste the whole e-mail, from “Form number” to “END OF FORM”."
                .into()
        } else {
            let shown: String = typed.chars().take(40).collect();
            format!("“{shown}” is no form number. It looks like K7QF-3M9T; correct it and try again.")
        };
        Refusal { code: Code::Invalid, field: Some("text"), message }
    })
}

/// Reads the form for `event`, whose usual theme is `theme`. A day without a year is the last such day up to `today`.
#[must_use]
pub fn read(text: &str, event: EventId, theme: ThemeId, offered: Offered<'_>, today: NaiveDate) -> ReadForm {
    let lines::Lines { answers, unread } = lines::read(text);
    let mut form = Form { answers, offered, theme, not_understood: vec![] };
    let mut said = AwayEvent::empty(event, theme);
    form.facts(&mut said, today);
    form.voices(&mut said);
    form.checks(&mut said);
    let mut not_understood = form.not_understood;
    not_understood
        .extend(unread.iter().map(|line| format!("“{line}” stands behind no label, and is left out.")));
    ReadForm { said, not_understood }
}

struct Form<'a> {
    answers: BTreeMap<Asked, String>,
    offered: Offered<'a>,
    theme: ThemeId,
    not_understood: Vec<String>,
}

impl Form<'_> {
    fn text(&self, asked: Asked) -> String {
        self.answers.get(&asked).cloned().unwrap_or_default()
    }

    /// A choice out of words; an answer that is none of them is told.
    fn choice<T: Copy>(&mut self, asked: Asked, what: &str, usual: T, find: impl Fn(&str) -> Option<T>) -> T {
        let typed = self.text(asked);
        if plain(&typed).is_empty() {
            return usual;
        }
        find(&plain(&typed)).unwrap_or_else(|| {
            self.not_understood.push(format!("“{typed}” is no {what} that the form knows."));
            usual
        })
    }

    fn count(&mut self, asked: Asked) -> Option<u32> {
        let typed = self.text(asked);
        if typed.is_empty() {
            return None;
        }
        let digits: String = typed.chars().take_while(char::is_ascii_digit).collect();
        let count = digits.parse().ok();
        if count.is_none() {
            self.not_understood.push(format!("“{typed}” is no number, where the form asks how many came."));
        }
        count
    }

    fn facts(&mut self, said: &mut AwayEvent, today: NaiveDate) {
        let date = self.text(Asked::Date);
        let event = &mut said.event;
        event.date = dates::read(&date, today);
        if event.date.is_none() && !date.is_empty() {
            self.not_understood.push(format!("“{date}” is no date. Say which day it was."));
        }
        event.place = self.text(Asked::Place);
        event.title = self.text(Asked::Title);
        event.kind = self.choice(Asked::Kind, "kind of event", EventKind::Activity, |typed| {
            EventKind::ALL.iter().copied().find(|kind| plain(kind.words()).starts_with(typed))
        });
        for band in AgeBand::ALL {
            if let Some(count) = self.count(Asked::Band(*band)).filter(|count| *count > 0) {
                event.came.push(Came { cohort_id: None, age_band: *band, count });
            }
        }
        event.came_total = self.count(Asked::InAll);
        event.what_happened = self.text(Asked::Happened);
        event.take_to_board = self.text(Asked::Take);
    }

    fn voices(&mut self, said: &mut AwayEvent) {
        for number in self.numbers(|asked| match asked {
            Asked::Voice(n) => Some(*n),
            _ => None,
        }) {
            let words = self.text(Asked::Voice(number));
            let (words, is_quote) = unquoted(&words);
            let voice = AwayVoice {
                id: part(said.event.id, "voice", number).into(),
                theme_id: self.theme_of(number, &words),
                words,
                is_quote,
                cohort_id: self.group(number),
                age_band: self.age(number),
                share: self.choice(Asked::Share(number), "answer to “may we share it?”", Share::No, share),
                sensitive: self.choice(Asked::Sensitive(number), "answer to “sensitive?”", true, yes_or_no)
                    && !self.text(Asked::Sensitive(number)).is_empty(),
            };
            said.voices.push(voice);
        }
    }

    fn checks(&mut self, said: &mut AwayEvent) {
        for number in self.numbers(|asked| match asked {
            Asked::Claim(n) => Some(*n),
            _ => None,
        }) {
            let verdict =
                self.choice(Asked::Verdict(number), "answer to “is it true?”", Verdict::CannotTell, verdict);
            said.reality_checks.push(AwayCheck {
                id: part(said.event.id, "claim", number).into(),
                claim: self.text(Asked::Claim(number)),
                stands_in: self.text(Asked::StandsIn(number)),
                promise_id: None,
                verdict,
                seen: self.text(Asked::Seen(number)),
            });
        }
    }

    /// The numbers of those that say something, in order.
    fn numbers(&self, of: impl Fn(&Asked) -> Option<usize>) -> Vec<usize> {
        self.answers
            .iter()
            .filter(|(_, answer)| !answer.is_empty())
            .filter_map(|(asked, _)| of(asked))
            .collect()
    }

    fn theme_of(&mut self, number: usize, words: &str) -> ThemeId {
        let themes = self.offered.themes;
        let keywords = themes.iter().map(|theme| (theme.id, theme.keywords.as_slice()));
        let guessed =
            theme_guess::guess(words, keywords, Some(self.theme)).map_or(self.theme, |it| it.theme_id);
        self.choice(Asked::VoiceTheme(number), "theme", guessed, |typed| {
            themes.iter().find(|theme| plain(&theme.name).starts_with(typed)).map(|theme| theme.id)
        })
    }

    fn group(&mut self, number: usize) -> Option<crate::id::CohortId> {
        let cohorts = self.offered.cohorts;
        self.choice(Asked::Group(number), "group", None, |typed| {
            cohorts.iter().find(|cohort| plain(&cohort.name).contains(typed)).map(|cohort| Some(cohort.id))
        })
    }

    fn age(&mut self, number: usize) -> Option<AgeBand> {
        self.choice(Asked::Age(number), "age", None, |typed| age(typed).map(Some))
    }
}

/// The id of a part of an e-mail: the same each time, so that an e-mail that comes twice brings nothing twice.
fn part(event: EventId, kind: &str, number: usize) -> Uuid {
    Uuid::new_v5(&event.into(), format!("{kind} {number}").as_bytes())
}

/// Words in quotation marks lose them; all of an e-mail's voices count as their own words unless they begin with
/// "They said".
fn unquoted(words: &str) -> (String, bool) {
    let bare = words.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '“' | '”'));
    let told = plain(bare);
    (bare.to_owned(), !told.starts_with("they said") && !told.starts_with("summary"))
}

fn share(typed: &str) -> Option<Share> {
    let first = typed.split(' ').next().unwrap_or_default();
    match first {
        "anywhere" | "yes" | "y" => Some(Share::Anywhere),
        "no" | "n" | "nobody" => Some(Share::No),
        _ if typed.contains("board") => Some(Share::BoardOnly),
        _ if typed.contains("nobody") => Some(Share::No),
        _ if typed.contains("anywhere") => Some(Share::Anywhere),
        _ => None,
    }
}

fn yes_or_no(typed: &str) -> Option<bool> {
    match typed.split(' ').next().unwrap_or_default() {
        "yes" | "y" | "true" | "sensitive" => Some(true),
        "no" | "n" | "not" | "false" => Some(false),
        _ => None,
    }
}

fn verdict(typed: &str) -> Option<Verdict> {
    if typed.starts_with("not") || typed == "no" || typed == "false" {
        Some(Verdict::NotTrue)
    } else if typed.starts_with("part") {
        Some(Verdict::Partly)
    } else if typed.starts_with("true") || typed.starts_with("yes") {
        Some(Verdict::True)
    } else if typed.starts_with("can") || typed.contains("know") {
        Some(Verdict::CannotTell)
    } else {
        None
    }
}

/// "11 to 15", "11-15", "13" or "about 13".
fn age(typed: &str) -> Option<AgeBand> {
    if let Some(band) = AgeBand::ALL.iter().find(|band| plain(band.words()) == typed) {
        return Some(*band);
    }
    if typed.contains("under") {
        return Some(AgeBand::Under5);
    }
    let first: u32 = typed.split(' ').find_map(|word| word.parse().ok())?;
    match first {
        0..5 => Some(AgeBand::Under5),
        5..11 => Some(AgeBand::From5To10),
        11..16 => Some(AgeBand::From11To15),
        16..18 => Some(AgeBand::From16To17),
        18..=25 => Some(AgeBand::From18To25),
        _ => None,
    }
}
