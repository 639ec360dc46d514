use proptest::prelude::*;

use super::*;

const GLOSSARY: [Jargon<'_>; 3] = [
    Jargon { word: "PEP", meaning: "a plan that helps you at school." },
    Jargon { word: "pathway plan", meaning: "a plan for when you are grown up." },
    Jargon { word: "placement", meaning: "the home where you live now." },
];

fn found(text: &str) -> Vec<(&'static str, String)> {
    check(text, &GLOSSARY).findings.into_iter().map(|f| (f.kind.as_str(), f.passage)).collect()
}

fn passages(text: &str, kind: FindingKind) -> Vec<String> {
    let findings = check(text, &GLOSSARY).findings.into_iter();
    findings.filter(|f| f.kind == kind).map(|f| f.passage).collect()
}

const GOOD: &str = "You said: we want to see our brothers and sisters more.\n\
    We will help you to meet them every month. Your social worker will ask you where. \
    You can choose a park, a cafe or a home. We will pay for the bus.\n\
    If you are worried, tell someone you trust. Is it going well? We will ask you in May.";

const BAD: &str = "Following consultation with stakeholders, the Board resolved that placement stability be monitored \
    by the IRO service on a quarterly basis in order to facilitate improved outcomes. PEPs will be completed by the \
    Virtual School, and the participation strategy was approved.";

#[test]
fn a_good_text_has_no_findings() {
    let reading = check(GOOD, &GLOSSARY);
    assert_eq!(reading.findings, []);
    assert_eq!((reading.sentences, reading.longest), (8, 11));
    assert!(reading.is_easy(), "reading age {:?}", reading.reading_age);
    assert_eq!(reading.summary(), "Easy to read.");
}

#[test]
fn a_bad_text_has_many() {
    let reading = check(BAD, &GLOSSARY);
    let kinds: Vec<FindingKind> = FindingKind::ALL.to_vec();
    for kind in kinds {
        assert!(reading.findings.iter().any(|f| f.kind == kind), "no {kind} in {:?}", reading.findings);
    }
    assert!(reading.reading_age.is_some_and(|age| age >= 16), "{:?}", reading.reading_age);
    assert!(!reading.is_easy());
}

#[test]
fn sentences_end_where_they_end() {
    let count = |text: &str| check(text, &[]).sentences;
    assert_eq!(count("Dr. Ahmed and Mrs. Lee came at 5.30pm. They liked it!"), 2);
    assert_eq!(count("Bring fruit, e.g. apples. Bring water etc. We bring lunch."), 3);
    assert_eq!(count("We meet at 5 p.m. on Monday. J. Smith is the chair."), 2);
    assert_eq!(count("“Why?” she asked. “Because.”"), 2);
    assert_eq!(count("What we did\n\n- We painted the room\n- We bought 2.5 litres of paint"), 3);
    assert_eq!(count(" - \n…"), 0);
}

#[test]
fn a_sentence_of_sixteen_words_is_too_long() {
    let words = |n: usize| vec!["go"; n].join(" ");
    assert_eq!(found(&format!("{}.", words(15))), []);
    let reading = check(&format!("Go. {}.", words(16)), &[]);
    assert_eq!(reading.findings[0].message, "This sentence has 16 words. Split it: 15 words are enough.");
    assert_eq!((reading.findings[0].start, reading.findings[0].end), (4, 4 + 47));
}

#[test]
fn passives_are_found() {
    let is_found = |text| passages(text, FindingKind::Passive);
    assert_eq!(is_found("The plan was agreed by the board."), ["was agreed"]);
    assert_eq!(
        is_found("You will not be told. It has been fully checked."),
        ["be told", "been fully checked"]
    );
    assert_eq!(is_found("You weren’t asked. They got moved."), ["weren’t asked", "got moved"]);
    assert_eq!(
        is_found("I am worried and tired. She was excited. We need a bed. You are used to it."),
        [""; 0]
    );
    assert_eq!(
        is_found("You are grown up. We agreed the plan. You told us. It is red. We are going."),
        [""; 0]
    );
}

#[test]
fn abbreviations_are_found_once_unless_explained() {
    let are_found = |text| passages(text, FindingKind::Abbreviation);
    assert_eq!(are_found("The IRO came. IROs can help, e.g. at a review."), ["IRO", "IROs", "e.g"]);
    assert_eq!(are_found("An IRO (the person who checks your plan) will come. It is OK in the UK."), [""; 0]);
    assert_eq!(are_found("Our Personal Adviser (PA) is kind."), [""; 0]);
    assert_eq!(are_found("THIS IS WHAT HAPPENED NEXT WITH YOU"), [""; 0]);
}

#[test]
fn words_of_the_glossary_come_with_their_meaning() {
    let reading =
        check("Your Pathway Plan and your two PEPs. Peppers grow here. Your pathway plan.", &GLOSSARY);
    let told: Vec<&str> = reading.findings.iter().map(|f| f.message.as_str()).collect();
    assert_eq!(
        told,
        [
            "Say what “pathway plan” means: a plan for when you are grown up.",
            "Say what “PEP” means: a plan that helps you at school."
        ]
    );
    assert_eq!(found("A PEP means a plan for school."), []);
    assert_eq!(found("Placement"), [("jargon", "Placement".to_string())]);
    assert_eq!(found("misplacement"), []);
}

#[test]
fn the_very_next_sentence_may_explain_a_word() {
    for text in [
        "You have a PEP. A PEP is a plan for school.",
        "We talked about your placement. That is the home where you live.",
        "You have a PEP. a plan that helps you at school.",
        "Your pathway plan is ready.\nThis means that we planned ahead.",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
    assert_eq!(passages("You have a PEP. It is late. A PEP is a plan.", FindingKind::Jargon), ["PEP"]);
}

#[test]
fn a_mend_gives_the_whole_text_and_settles_its_finding() {
    let mended = |text: &str| {
        let finding = check(text, &GLOSSARY).findings.swap_remove(0);
        let mend = finding.mend.unwrap_or_else(|| panic!("nothing offered for {text}"));
        (mend.does, mend.text)
    };
    let own = |does: &str, text: &str| (does.to_string(), text.to_string());
    assert_eq!(
        mended("Ensure that you come – naïve €5."),
        own("Use “Make sure”", "Make sure that you come – naïve €5.")
    );
    assert_eq!(
        mended("Bring fruit, e.g. apples."),
        own("Use “for example”", "Bring fruit, for example apples.")
    );
    let explained = mended("We made your PEP with you. It is good.");
    assert_eq!(
        explained,
        own("Add what it means", "We made your PEP with you. a plan that helps you at school. It is good.")
    );
    assert_eq!(found(&explained.1), []);
    assert_eq!(
        mended("Ask about your placement").1,
        "Ask about your placement. the home where you live now."
    );
    // Several words to choose from, or a bent one: a person chooses.
    assert_eq!(
        check("We will undertake it.", &[]).findings[0].mend.as_ref().map(|it| it.does.as_str()),
        Some("Use “do”")
    );
    assert_eq!(
        check("We ensured it. Complete it.", &[]).findings.iter().filter(|it| it.mend.is_some()).count(),
        0
    );
}

#[test]
fn words_of_the_office_come_with_plain_ones() {
    let reading = check("We will ensure that you participate.", &[]);
    assert_eq!(reading.findings[0].message, "“ensure” is a hard word. Try: make sure.");
    assert_eq!(reading.findings[1].passage, "participate");
}

#[test]
fn short_texts_have_no_reading_age() {
    let reading = check("We will ask you.", &[]);
    assert_eq!((reading.reading_age, reading.words), (None, 4));
    assert_eq!(check("", &[]).summary(), "Nothing is written yet.");
    assert_eq!(check("It was done.", &[]).summary(), "1 thing to make easier.");
}

#[test]
fn syllables_are_near_enough() {
    let counted =
        ["we", "children", "home", "asked", "wanted", "table", "accommodation", "people", "2026", "changes"];
    assert_eq!(counted.map(reading_age::syllables), [1, 2, 1, 1, 2, 2, 5, 2, 1, 2]);
}

#[test]
fn our_own_words_for_children_pass() {
    use crate::fixed::{glossary::GLOSSARY, principles::Principle};
    let jargon = built_in_jargon();
    for principle in Principle::ALL {
        assert_eq!(check(principle.for_children(), &jargon).findings, [], "{principle}");
    }
    for entry in GLOSSARY {
        assert_eq!(check(entry.for_children, &jargon).findings, [], "{}", entry.word);
    }
}

proptest! {
    #[test]
    fn findings_lie_in_the_text_and_no_text_makes_it_fall_over(text in "(\\PC|[ \n.A-Z]){0,120}") {
        for f in check(&text, &GLOSSARY).findings {
            prop_assert_eq!(text.get(f.start..f.end), Some(f.passage.as_str()));
            prop_assert!(f.start < f.end && !f.message.is_empty());
            prop_assert!(f.mend.is_none_or(|mend| mend.text != text));
        }
    }
}
