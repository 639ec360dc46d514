//! The voice map as rows for a spreadsheet, for an audience. What may not be published is not in the rows at all.

use super::{MapCounts, MapLine, VoiceMap};
use crate::{
    access::Audience,
    half_term::{HalfTerm, half_term_on},
    small_numbers::{self, Published},
    wording,
};

/// Rows under their headings. `map` must have been drawn from voices that `audience` may know of.
///
/// For members the counts are as they are. For everybody else (rule 6) counts of 1 to 4 are hidden, a second one where
/// the total would give one away; neither days nor events are named.
#[must_use]
pub fn rows(map: &VoiceMap, audience: Audience, half_terms: &[HalfTerm]) -> Vec<Vec<String>> {
    let whole = matches!(audience, Audience::Members | Audience::Chair);
    let counts = || map.lines.iter().map(|line| line.counts).chain([map.unsaid]);
    let came = Figures::of(counts().map(|it| it.came).collect(), whole);
    let voices = Figures::of(counts().map(|it| it.voices).collect(), whole);
    let mut rows = vec![
        [
            "Cohort",
            "Heard in the half-term",
            "Last heard",
            "Channels",
            "Run by",
            "How often",
            "Events",
            "Children who came",
            "Voices",
        ]
        .map(str::to_owned)
        .to_vec(),
    ];
    for (at, line) in map.lines.iter().enumerate() {
        rows.push(vec![
            line.cohort.clone(),
            if line.heard { "yes" } else { "no" }.into(),
            last_heard(line, whole, half_terms),
            joined(line, |channel| channel.name.clone()),
            joined(line, |channel| {
                if channel.partner.is_empty() { "the council".into() } else { channel.partner.clone() }
            }),
            joined(line, |channel| channel.every.words().into()),
            line.counts.events.to_string(),
            came.shown(at),
            voices.shown(at),
        ]);
    }
    let rest = |title: &str, events: String, came: String, voices: String| {
        let mut row = vec![title.to_owned()];
        row.resize(6, String::new());
        row.extend([events, came, voices]);
        row
    };
    if map.unsaid != MapCounts::default() {
        let at = map.lines.len();
        rows.push(rest("Cohort not said", map.unsaid.events.to_string(), came.shown(at), voices.shown(at)));
    }
    rows.push(rest("In all", String::new(), came.total(), voices.total()));
    if came.hides() || voices.hides() {
        rows.push(vec![small_numbers::NOTE.into()]);
    }
    rows
}

fn last_heard(line: &MapLine, whole: bool, half_terms: &[HalfTerm]) -> String {
    match line.last_heard {
        None => "never".into(),
        Some(day) if whole => wording::date_without_weekday(day),
        Some(day) => {
            half_term_on(day, half_terms).map_or_else(|| day.format("%Y").to_string(), HalfTerm::name)
        }
    }
}

fn joined(line: &MapLine, part: impl Fn(&super::MapChannel) -> String) -> String {
    line.channels.iter().map(part).collect::<Vec<_>>().join("; ")
}

/// A column of counts with its total, as they may be shown.
struct Figures {
    counts: Vec<Published>,
    total: Published,
}

impl Figures {
    fn of(counts: Vec<u32>, whole: bool) -> Self {
        if whole {
            let total = Published::Shown(counts.iter().sum());
            return Self { counts: counts.into_iter().map(Published::Shown).collect(), total };
        }
        Self { total: small_numbers::total(&counts), counts: small_numbers::suppress(&counts, true) }
    }

    fn shown(&self, at: usize) -> String {
        self.counts.get(at).map(ToString::to_string).unwrap_or_default()
    }

    fn total(&self) -> String {
        self.total.to_string()
    }

    fn hides(&self) -> bool {
        self.counts.iter().chain([&self.total]).any(|it| *it == Published::Hidden)
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use uuid::Uuid;

    use super::*;
    use crate::{channel::HeardEvery, half_term::Term, voice_map::MapChannel};

    fn day(m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, m, d).unwrap()
    }

    fn line(cohort: &str, came: u32, voices: u32) -> MapLine {
        MapLine {
            cohort_id: Uuid::nil().into(),
            cohort: cohort.into(),
            heard_by: String::new(),
            channels: vec![MapChannel {
                id: Uuid::nil().into(),
                name: "Independent visitors".into(),
                partner: "Anytown Volunteers".into(),
                every: HeardEvery::Month,
                last_heard: None,
                quiet: false,
            }],
            counts: MapCounts { events: u32::from(came > 0), came, voices },
            last_heard: (came > 0).then(|| day(11, 18)),
            last_heard_at: "Pizza night".into(),
            heard: came > 0,
        }
    }

    fn written(audience: Audience) -> String {
        let map = VoiceMap {
            lines: vec![
                line("In foster care", 3, 2),
                line("In kinship care", 12, 9),
                line("In secure homes", 0, 0),
            ],
            unsaid: MapCounts { events: 1, came: 20, voices: 6 },
            until: day(11, 22),
        };
        let half_term = HalfTerm {
            id: Uuid::nil().into(),
            version: 1,
            academic_year: 2026,
            term: Term::Autumn2,
            starts: day(11, 2),
            ends: day(12, 18),
        };
        rows(&map, audience, &[half_term]).iter().map(|row| row.join("|")).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn everybody_reads_no_small_count_and_none_can_be_worked_out() {
        let text = written(Audience::Public);
        let channel = "Independent visitors|Anytown Volunteers|every month";
        assert_eq!(
            text.lines().skip(1).collect::<Vec<_>>(),
            [
                &format!("In foster care|yes|Autumn 2, 2026/27|{channel}|1|c|c"),
                &format!("In kinship care|yes|Autumn 2, 2026/27|{channel}|1|c|9"),
                &format!("In secure homes|no|never|{channel}|0|0|0"),
                "Cohort not said||||||1|20|c",
                "In all|||||||35|17",
                small_numbers::NOTE,
            ]
        );
    }

    #[test]
    fn everybody_reads_neither_days_nor_events() {
        for audience in [Audience::Public, Audience::Children] {
            let text = written(audience);
            assert!(!text.contains("Pizza") && !text.contains("18 November"), "{text}");
        }
    }

    #[test]
    fn members_read_the_counts_as_they_are() {
        let text = written(Audience::Members);
        assert!(text.contains("In foster care|yes|18 November 2026"), "{text}");
        assert!(text.contains("|1|3|2\n") && text.ends_with("In all|||||||35|17"), "{text}");
    }
}
