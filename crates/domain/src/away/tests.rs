//! Reading back what was sent out, whatever happened to it on the way.

use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

use super::{
    AwayEvent, AwayFile, AwayForm, AwayVoice,
    compare::{Change, OnBoard, Part, compare},
    email::{Addressed, form},
    file::{AwayBoard, AwayCohort, AwayTheme, FORMAT, SCHEMA, digest},
    form::number_of,
    reading::{Offered, ReadForm, number, read},
};
use crate::{
    cohort::AgeBand,
    event::{EventKind, Verdict},
    id::{AwayFormId, BoardId, CohortId, EventId, ThemeId},
    voice::Share,
};

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, d).unwrap()
}

const EVENT: EventId = EventId(Uuid::from_u128(0x0193_5f2a_7c01_7000_8123_4567_89ab_cdef));
const HOME: ThemeId = ThemeId(Uuid::from_u128(1));
const SCHOOL: ThemeId = ThemeId(Uuid::from_u128(2));

fn themes() -> Vec<AwayTheme> {
    let theme = |id, name: &str, keywords: &[&str]| AwayTheme {
        id,
        name: name.into(),
        keywords: keywords.iter().map(ToString::to_string).collect(),
    };
    vec![theme(HOME, "A home that stays", &["moved"]), theme(SCHOOL, "School", &["school", "teacher"])]
}

fn cohorts() -> Vec<AwayCohort> {
    vec![AwayCohort { id: CohortId(Uuid::from_u128(9)), name: "in foster care".into() }]
}

fn empty_form() -> String {
    form(Addressed {
        number: &number_of(EVENT),
        board: "Anytown Corporate Parenting Board",
        theme: "A home that stays",
        person: Some("Cllr Amina Yusuf"),
    })
}

fn filled() -> String {
    [
        ("Date:", "Date: Wed 18 November"),
        ("Place:", "Place: Youth Hub"),
        ("Kind of event:", "Kind of event: meal"),
        ("How many 11 to 15:", "How many 11 to 15: 9"),
        ("How many in all:", "How many in all: 12"),
        (
            "Voice 1:",
            "Voice 1: “I moved three times and nobody told my school why I was tired in the morning.”",
        ),
        ("Age 1:", "Age 1: 13"),
        ("Share 1:", "Share 1: anywhere"),
        ("Voice 2:", "Voice 2: My teacher knows."),
        ("Share 2:", "Share 2: with the board only"),
        ("Sensitive 2:", "Sensitive 2: Yes"),
        ("What happened:", "What happened: We ate.\n\nThen we talked."),
        ("Claim 1:", "Claim 1: Schools are told the same day"),
        ("Is it true 1:", "Is it true 1: not true"),
    ]
    .into_iter()
    .fold(empty_form(), |text, (empty, full)| {
        text.replacen(&format!("\n{empty}\n"), &format!("\n{full}\n"), 1)
    })
}

fn read_back(text: &str) -> ReadForm {
    let (themes, cohorts) = (themes(), cohorts());
    read(text, EVENT, HOME, Offered { themes: &themes, cohorts: &cohorts }, day(22))
}

#[test]
fn a_form_that_was_filled_in_reads_back_as_it_was_meant() {
    assert_eq!(number(&filled()), Ok(number_of(EVENT)));
    let ReadForm { said, not_understood } = read_back(&filled());
    assert_eq!(not_understood, [""; 0]);
    assert_eq!((said.event.date, said.event.kind), (Some(day(18)), EventKind::Meal));
    assert_eq!((said.event.came[0].count, said.event.came_total), (9, Some(12)));
    assert_eq!(said.event.what_happened, "We ate. Then we talked.");
    let [first, second] = said.voices.as_slice() else { panic!("{:?}", said.voices) };
    assert_eq!(first.words, "I moved three times and nobody told my school why I was tired in the morning.");
    assert_eq!((first.theme_id, first.age_band), (HOME, Some(AgeBand::From11To15)));
    assert_eq!((first.share, first.sensitive), (Share::Anywhere, false));
    assert_eq!((second.theme_id, second.share, second.sensitive), (SCHOOL, Share::BoardOnly, true));
    assert_eq!(said.reality_checks[0].verdict, Verdict::NotTrue);
}

#[test]
fn quoting_wrapping_and_bold_letters_change_nothing() {
    let said = read_back(&filled()).said;
    let quoted: String = filled().lines().map(|line| format!("> > {line}\r\n")).collect();
    assert_eq!(read_back(&quoted).said, said);
    let wrapped = filled().replace("nobody told my school", "nobody told\n> my school");
    assert_eq!(read_back(&wrapped).said, said);
    let bold = filled().replace("Place: Youth Hub", "*Place:* Youth Hub").replace("Age 1:", "AGE 1 (years):");
    assert_eq!(read_back(&bold).said, said);
    let above =
        format!("Hello,\nhere is my form: enjoy.\n\n{}\nSent from my phone\n{}", filled(), empty_form());
    assert_eq!(read_back(&above), ReadForm { said, not_understood: vec![] });
}

#[test]
fn missing_lines_are_empty_and_what_is_not_understood_is_told() {
    let text =
        format!("Form number: {}\nVoice 3: Hello\nKind of event: barbecue\nDate: soon", number_of(EVENT));
    let ReadForm { said, not_understood } = read_back(&text);
    assert_eq!((said.voices.len(), said.event.date, said.event.kind), (1, None, EventKind::Activity));
    assert_eq!(
        not_understood,
        ["“soon” is no date. Say which day it was.", "“barbecue” is no kind of event that the form knows."]
    );
    let loose = read_back("Voice 1: Hello\n\nthere you are\nAge 1: ninety");
    assert_eq!(
        loose.not_understood,
        [
            "“ninety” is no age that the form knows.",
            "“there you are” stands behind no label, and is left out."
        ]
    );
    assert_eq!(read_back("").said, AwayEvent::empty(EVENT, HOME));
}

#[test]
fn consent_and_sensitivity_fall_on_the_careful_side() {
    let said = read_back("Voice 1: Hello\nShare 1: perhaps\nSensitive 1: hmm").said;
    assert_eq!((said.voices[0].share, said.voices[0].sensitive), (Share::No, true));
}

#[test]
fn a_text_without_a_number_is_refused_in_one_sentence() {
    assert!(number("Hello").unwrap_err().message.starts_with("This text has no form number."));
    assert!(number("Form number: soon").unwrap_err().message.starts_with("“soon” is no form number."));
}

fn file() -> AwayFile {
    let said = read_back(&filled()).said;
    AwayFile {
        format: FORMAT.into(),
        schema: SCHEMA,
        number: number_of(EVENT),
        made_on: day(1),
        board: AwayBoard {
            id: BoardId(Uuid::from_u128(77)),
            council: "Anytown Council".into(),
            name: "Anytown Corporate Parenting Board".into(),
            names: vec!["Amina Yusuf".into()],
        },
        person: None,
        themes: themes(),
        cohorts: cohorts(),
        promises: vec![],
        event: said.event,
        voices: said.voices,
        reality_checks: said.reality_checks,
    }
}

#[test]
fn a_file_reads_back_as_it_was_written() {
    let text = file().write().unwrap();
    assert_eq!(AwayFile::read(&text), Ok(file()));
    assert_eq!(AwayFile::read(&format!("\u{feff}{text}")), Ok(file()), "a mark that some programs put first");
}

#[test]
fn a_file_that_cannot_be_used_says_why() {
    let text = file().write().unwrap();
    let refused = |text: &str| AwayFile::read(text).unwrap_err().message;
    assert!(refused(&text[..text.len() / 2]).starts_with("This file is damaged: it ends too soon, at line "));
    assert!(refused(&text.replacen("\"voices\"", "voices", 1)).starts_with("This file is damaged: line "));
    assert!(refused(&text.replacen("\"place\"", "\"plaice\"", 1)).starts_with("This file is damaged: line "));
    assert!(refused("Dear all").starts_with("This is no event"));
    assert!(refused("{}").starts_with("This is no event"));
    assert!(refused("{\"format\":\"pledgeboard\",\"schema\":1}").starts_with("This is no event"));
    assert!(
        refused(&text.replacen("\"schema\": 1", "\"schema\": 2", 1)).contains("newer version of Pledgeboard")
    );
    let twice = AwayFile { voices: vec![file().voices[0].clone(); 2], ..file() };
    assert!(refused(&twice.write().unwrap()).contains("do not fit together"));
}

fn given_out() -> AwayForm {
    AwayForm {
        id: AwayFormId(Uuid::nil()),
        version: 1,
        number: number_of(EVENT),
        event_id: EVENT,
        theme_id: HOME,
        person_id: None,
        made_on: day(1),
        imported_on: None,
        imported: vec![],
    }
}

fn compared(said: &AwayEvent, on: &AwayEvent, form: &AwayForm) -> Vec<Part> {
    let event = on.event.clone().event(day(18), None, None, None);
    let voices: Vec<_> = on.voices.iter().map(|it| it.clone().voice(EVENT, day(18), None)).collect();
    let checks: Vec<_> = on.reality_checks.iter().map(|it| it.clone().reality_check(EVENT, None)).collect();
    let (themes, cohorts) = (themes(), cohorts());
    let board = OnBoard {
        event: Some(&event),
        voices: &voices,
        checks: &checks,
        form,
        themes: &themes,
        cohorts: &cohorts,
    };
    compare(said, board)
}

fn changes(said: &AwayEvent, on: &AwayEvent, form: &AwayForm) -> Vec<Change> {
    compared(said, on, form).into_iter().map(|it| it.change).collect()
}

#[test]
fn what_came_in_is_the_same_what_changed_is_told_and_what_changed_twice_is_shown_side_by_side() {
    use Change::{Changed, Conflict, Same, TakenBack};
    let said = read_back(&filled()).said;
    let mut form = given_out();
    form.note(said.event.id.into(), digest(&said.event));
    for voice in &said.voices {
        form.note(voice.id.into(), digest(voice));
    }
    for check in &said.reality_checks {
        form.note(check.id.into(), digest(check));
    }
    assert_eq!(changes(&said, &said, &form), [Same; 4]);
    let mut board = said.clone();
    board.voices[0].words = "I moved twice.".into();
    assert_eq!(changes(&said, &board, &form), [Same; 4], "the board's own change stands");
    let mut again = said.clone();
    again.voices[0].words = "I moved four times.".into();
    assert_eq!(changes(&again, &said, &form), [Same, Changed, Same, Same]);
    let parts = compared(&again, &board, &form);
    assert_eq!(parts[1].change, Conflict);
    assert!(!parts[1].take, "nobody's words are replaced without a choice");
    assert_eq!(parts[1].fields[0].away, "I moved four times.");
    assert_eq!(parts[1].fields[0].board.as_deref(), Some("I moved twice."));
    assert_eq!(parts[1].fields.len(), 1, "only what differs");
    board.voices.remove(0);
    assert_eq!(changes(&said, &board, &form), [Same, TakenBack, Same, Same]);
}

#[test]
fn the_same_words_by_file_and_by_e_mail_are_one_voice() {
    let said = read_back(&filled()).said;
    let mut other = said.clone();
    other.voices[1].id = Uuid::from_u128(123).into();
    other.voices[1].words = "my teacher knows".into();
    let parts = compared(&other, &said, &given_out());
    assert_eq!(parts[2].change, Change::Same);
    let fresh =
        AwayVoice { id: Uuid::from_u128(5).into(), words: "Something new".into(), ..said.voices[0].clone() };
    other.voices.push(fresh);
    assert_eq!(changes(&other, &said, &given_out())[3], Change::New);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_can_be_read(text in "\\PC{0,200}|(Voice 1:|Date:|> |\\n|Form number: |END OF FORM|:|[0-9]|é|\\PC){0,60}") {
        let _ = number(&text);
        let _ = read_back(&text);
        let _ = AwayFile::read(&text);
    }

    #[test]
    fn a_file_with_any_byte_changed_is_read_or_refused_but_never_half(at in 0usize..4000, byte in 32u8..127) {
        let text = file().write().unwrap();
        let mut bytes = text.into_bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        if let Ok(changed) = String::from_utf8(bytes)
            && let Ok(read) = AwayFile::read(&changed)
        {
            prop_assert_eq!(AwayFile::read(&read.write().unwrap()), Ok(read));
        }
    }

    #[test]
    fn a_form_survives_quoting_and_wrapping_at_any_width(depth in 0usize..4, width in 40usize..90, words in "[a-zA-Z',.]{1,12}( [a-zA-Z',.]{1,12}){0,30}") {
        let text = empty_form().replacen("\nVoice 1:\n", &format!("\nVoice 1: {words}\n"), 1);
        let mark = "> ".repeat(depth);
        let mut sent = String::new();
        for line in text.lines() {
            let mut rest = line;
            while rest.len() > width && rest.is_ascii() {
                let Some(cut) = rest[..width].rfind(' ').filter(|cut| *cut > 12) else { break };
                sent.push_str(&format!("{mark}{}\n", &rest[..cut]));
                rest = &rest[cut + 1..];
            }
            sent.push_str(&format!("{mark}{rest}\n"));
        }
        let said = read_back(&sent).said;
        prop_assert_eq!(said.voices.len(), 1);
        prop_assert_eq!(&said.voices[0].words, &words);
    }
}
