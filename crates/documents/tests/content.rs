//! What each document says, to whom, and what it never says.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod board;
mod canary;
mod common;
mod unpack;

use board::inputs::{
    action_log_input, agenda_input, child_meeting_input, child_promises_input, every_document, minutes_input,
};
use board::papers::assessment_input;
use board::programme::work_programme_input;
use board::records::{day, exempt};
use canary::{ADULT, BOARD_ONLY, EXEMPT, MEMBERS, NAME, NO_CONSENT, NOTES, SENSITIVE, SOURCE};
use common::{options, save};
use pledgeboard_documents::block::{Block, Document, Style};
use pledgeboard_documents::content::{
    agenda, assessment, child_meeting, child_promises, minutes, parts, work_programme,
};
use pledgeboard_documents::palette::Colour;
use pledgeboard_documents::{docx, html, page_count, pdf, text};
use pledgeboard_domain::id::MeetingId;
use pledgeboard_domain::{
    Access, AccessKind, Audience, ItemKind, Lens, MeetingState, Purpose, Rating, Standing, easy_read,
};

/// Documents that hold the same plain words for everybody.
fn in_plain_words(name: &str) -> bool {
    ["child-", "care-leavers-", "poster-"].iter().any(|start| name.starts_with(start))
}

/// What an audience may never find in any document.
fn forbidden(name: &str, audience: Audience) -> Vec<&'static str> {
    let mut words = vec![NO_CONSENT, SENSITIVE, NAME, SOURCE];
    let for_children = in_plain_words(name) || audience == Audience::Children;
    if for_children && !name.starts_with("event-sheet") {
        words.push(ADULT);
    }
    if for_children || audience == Audience::Public {
        words.extend([EXEMPT, BOARD_ONLY, MEMBERS]);
    }
    // It names no action of a closed item, not to members either.
    if name.starts_with("self-assessment") {
        words.push(EXEMPT);
    }
    if for_children || audience != Audience::Chair {
        words.push(NOTES);
    }
    words
}

#[test]
fn nothing_that_is_not_for_an_audience_is_anywhere_in_its_files() {
    for (name, audience, document) in canary::every_document() {
        let said = text(&document).to_lowercase();
        let file = save(&format!("canary-{name}.pdf"), &pdf(&document, &options()).unwrap());
        let whole = unpack::everything(&file);
        assert!(whole.contains("anytown council"), "{name}: unpacking finds no words");
        let page = html(&document).unwrap().to_lowercase();
        let word = save(&format!("canary-{name}.docx"), &docx(&document, &options()).unwrap());
        let word_file = unpack::everything(&word);
        assert!(word_file.contains("anytown council"), "{name}: unpacking finds no words");
        for word in forbidden(&name, audience) {
            assert!(!said.contains(word), "{name} says {word}");
            assert!(!whole.contains(word), "the file of {name} holds {word}");
            assert!(!page.contains(word), "the page of {name} holds {word}");
            assert!(!word_file.contains(word), "the Word file of {name} holds {word}");
        }
    }
}

/// Without this the test above could pass on empty documents.
#[test]
fn each_audience_gets_what_is_for_it() {
    let documents = canary::every_document();
    let said = |name: &str| {
        let found = documents.iter().find(|(known, _, _)| known == name);
        text(&found.unwrap_or_else(|| panic!("no document {name}")).2).to_lowercase()
    };
    for word in [EXEMPT, BOARD_ONLY, ADULT] {
        assert!(said("agenda-members").contains(word), "{word}");
    }
    assert!(said("agenda-public").contains(ADULT));
    assert!(said("agenda-chair").contains(NOTES) && said("minutes-chair").contains(NOTES));
    assert!(said("minutes-members").contains(EXEMPT) && said("minutes-public").contains(ADULT));
    assert!(
        said("work-programme-members").contains(MEMBERS) && said("work-programme-public").contains(ADULT)
    );
    assert!(
        said("self-assessment-members").contains(MEMBERS) && said("self-assessment-members").contains(ADULT)
    );
    assert!(said("action-log-members").contains(EXEMPT) && said("action-log-members").contains(MEMBERS));
}

#[test]
fn every_document_says_what_it_said_before() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (name, audience, document) in every_document() {
            // What is the same for every audience is kept once.
            let same = in_plain_words(&name) || name.starts_with("event-sheet-");
            if !same || audience == Audience::Members {
                insta::assert_snapshot!(name, text(&document));
            }
        }
    });
}

#[test]
fn a_public_agenda_gives_number_public_title_paragraph_and_reason_of_an_exempt_item() {
    let said = text(&agenda::build(&agenda_input(), Audience::Public));
    assert!(said.contains("6. A placement"));
    assert!(said.contains("Exempt · paragraphs 1 and 2"));
    assert!(said.contains("It would tell readers who a child is."));
    assert!(said.contains("A26-002 | Not for publication: paragraphs 1 and 2"));
}

#[test]
fn the_resolution_names_the_section_the_items_and_the_paragraphs() {
    let resolution = "under section 100A(4) of the Local Government Act 1972, the public be excluded from the meeting \
                      for item 6, because it is likely that exempt information would be disclosed as defined in \
                      paragraphs 1 and 2 of Part 1 of Schedule 12A";
    let mut input = agenda_input();
    assert!(text(&agenda::build(&input, Audience::Public)).contains(resolution));
    let mut exclusion = input.content.items[0].clone();
    exclusion.item.kind = ItemKind::Exclusion;
    exclusion.item.title = "Exclusion of the public".into();
    exclusion.item.number = "5a".into();
    exclusion.item.position = 5;
    input.content.items.push(exclusion);
    let said = text(&agenda::build(&input, Audience::Public));
    assert_eq!(said.matches(resolution).count(), 1);
}

#[test]
fn a_confidential_item_needs_no_resolution_and_a_board_restricts() {
    let mut input = agenda_input();
    let closed = &mut input.content.items[5].item.access;
    *closed = Access {
        access: AccessKind::Confidential,
        paragraphs: vec![],
        access_reason: "A court order".into(),
    };
    let said = text(&agenda::build(&input, Audience::Public));
    assert!(said.contains("section 100A(2) and (3) of the Act") && !said.contains("section 100A(4)"));
    input.board.standing = Standing::NonStatutoryBoard;
    input.content.items[5].item.access.access = AccessKind::Restricted;
    let said = text(&agenda::build(&input, Audience::Public));
    assert!(said.contains("The board takes item 6 in private.") && said.contains("Issued to members"));
    assert!(!said.contains("Exempt"));
}

#[test]
fn a_members_copy_with_exempt_text_says_not_for_publication_on_every_page() {
    let marking =
        "Not for publication: paragraphs 1 and 2 of Part 1 of Schedule 12A to the Local Government Act 1972";
    let document = agenda::build(&agenda_input(), Audience::Members);
    assert_eq!(document.header.as_deref(), Some(marking));
    assert_eq!(agenda::build(&agenda_input(), Audience::Public).header, None);
    assert_eq!(minutes::build(&minutes_input(), Audience::Members).header.as_deref(), Some(marking));
}

#[test]
fn times_run_and_a_withdrawn_item_takes_none() {
    let mut input = agenda_input();
    input.content.items[1].item.withdrawn_reason = "The forum asked to come in January".into();
    let said = text(&agenda::build(&input, Audience::Public));
    assert!(
        said.contains(
            "3 | A home that stays | Check | Cllr Sam Okafor with two young representatives | 5:45pm"
        )
    );
    assert!(said.contains("Withdrawn The forum asked to come in January."));
}

#[test]
fn young_representatives_are_named_only_when_they_said_yes() {
    let said = text(&minutes::build(&minutes_input(), Audience::Public));
    assert!(said.contains("Young representatives: Kai\nTwo young representatives"), "{said}");
    assert!(!said.contains("young representative 1"));
}

#[test]
fn the_public_minutes_carry_the_proper_officers_summary_instead_of_the_private_part() {
    let summary = "The board agreed how to proceed with one placement.";
    let public = text(&minutes::build(&minutes_input(), Audience::Public));
    assert!(
        public.contains(summary) && public.contains("RESOLVED · Not for publication: paragraphs 1 and 2")
    );
    let members = text(&minutes::build(&minutes_input(), Audience::Members));
    assert!(members.contains("The young person should stay near the school.") && !members.contains(summary));
}

#[test]
fn draft_minutes_say_so_and_leave_room_for_a_signature() {
    let mut input = minutes_input();
    input.meeting.state = MeetingState::MinutesDrafted;
    let said = text(&minutes::build(&input, Audience::Members));
    assert!(said.contains("These minutes are a draft") && said.contains("Signed by the chair"));
    assert!(!said.contains("Approved as a correct record on Thursday"));
}

#[test]
fn an_item_put_off_says_so() {
    let mut input = minutes_input();
    let next = MeetingId(board::records::id(11));
    input.items[4].item.deferred_to_id = Some(next);
    let said = text(&minutes::build(&input, Audience::Public));
    assert!(said.contains("The board put this item off to a later meeting."));
    input.put_off_to = vec![(next, day(12, 17))];
    let said = text(&minutes::build(&input, Audience::Public));
    assert!(said.contains("This item was deferred to the meeting on 17 December 2026."), "{said}");
}

#[test]
fn a_childrens_report_says_honestly_when_views_differ_and_when_a_promise_is_not_kept() {
    let mut input = child_promises_input();
    let said = text(&child_promises::build(&input, Audience::Children));
    assert!(said.contains("You and the adults do not agree. You are the ones who know."));
    assert!(said.contains("We will talk about it on 3 December."));
    assert!(said.contains("We have not kept this promise yet."));
    for check in &mut input.promises[0].checks {
        check.rating = Rating::Kept;
    }
    assert!(text(&child_promises::build(&input, Audience::Children)).contains("Everyone says yes."));
    // A young person who cannot tell yet has no opinion: the adults' agreement is not theirs.
    input.promises[0].checks.iter_mut().filter(|check| check.lens == Lens::Children).for_each(|check| {
        check.rating = Rating::CannotTell;
    });
    let said = text(&child_promises::build(&input, Audience::Children));
    assert!(said.contains("We do not know yet what you think.") && said.contains("You say | Can’t tell yet"));
    assert!(said.contains("The adults say yes.") && !said.contains("Everyone says yes."));
    input.promises[0].checks.clear();
    assert!(text(&child_promises::build(&input, Audience::Children)).contains("We do not know yet."));
}

#[test]
fn old_checks_no_longer_count() {
    let mut input = child_promises_input();
    for check in &mut input.promises[0].checks {
        check.on = day(3, 1);
    }
    let said = text(&child_promises::build(&input, Audience::Children));
    assert!(said.contains("2. A home that stays | Can’t tell yet"));
}

#[test]
fn what_is_not_yet_in_plain_words_says_so_instead_of_the_adults_words() {
    let said = text(&child_promises::build(&child_promises_input(), Audience::Children));
    assert!(said.contains("Promise 3: Someone to talk to\nWe are still writing this part."));
    let mut input = child_meeting_input();
    input.meeting.plain_summary.clear();
    let said = text(&child_meeting::build(&input, Audience::Children));
    assert!(said.contains("The meeting\nWe are still writing this part."));
    // One decision has plain words, one has not.
    assert!(said.contains("We will tell your school on the same day.\nWe are still writing this part."));
}

#[test]
fn a_self_assessment_compares_the_same_words_alone_and_says_what_is_missing() {
    let mut input = assessment_input();
    let said = text(&assessment::build(&input));
    for wanted in [
        "The board has judged 3 of 4 statements so far.",
        "Since last time: 1 better, 1 worse and 1 not judged last time.",
        "1 statement is called true, and nothing is written down yet that shows it.",
        "The chair of a neighbouring board watched the meeting on Thursday 3 December 2026.",
        "A26-002 | Not for publication: paragraphs 1 and 2",
        "The board looks at this again from 2 May 2027, half a year later.",
    ] {
        assert!(said.contains(wanted), "{wanted} is not in {said}");
    }
    assert!(!said.contains("Find a home for one young person"));
    input.last = None;
    input.actions.clear();
    input.assessment.observed_by.clear();
    input.observed_on = None;
    input.assessment.observation.clear();
    let said = text(&assessment::build(&input));
    assert!(!said.contains("last time") && !said.contains("watched"), "{said}");
    assert!(said.contains("No action has been chosen yet."));
}

#[test]
fn small_counts_of_children_are_hidden() {
    let mut input = child_promises_input();
    let measure = &mut input.promises[0].measures[0];
    measure.unit = "children".into();
    measure.points[0].value = 3.0;
    measure.target = Some(0.0);
    let said = text(&child_promises::build(&input, Audience::Children));
    assert!(said.contains("Now it is fewer than 5.") && said.contains("We want 0 children or fewer."));
}

#[test]
fn an_answer_that_the_board_gave_in_private_stays_there() {
    let mut input = child_meeting_input();
    for answered in &mut input.answered {
        answered.access = exempt();
    }
    assert!(!text(&child_meeting::build(&input, Audience::Children)).contains("You said, we say"));
}

#[test]
fn every_childrens_document_ends_with_who_to_talk_to_and_a_list_of_words() {
    for (name, audience, document) in every_document() {
        if audience != Audience::Children || document.style != Style::Children {
            continue;
        }
        let said = text(&document);
        let (talk, words) = (said.find("Who can you talk to?").unwrap(), said.find("Hard words\n").unwrap());
        assert!(talk < words, "{name}");
        assert!(matches!(document.blocks.last(), Some(Block::Table(_))), "{name}");
        assert!(said.contains("Childline on 0800 1111"), "{name}");
    }
}

/// Every sentence that we wrote ourselves keeps the easy-read limit; the sample's own words keep it too.
#[test]
fn sentences_for_children_have_at_most_fifteen_words() {
    for (name, audience, document) in every_document() {
        let for_children = matches!(document.style, Style::Children | Style::Poster);
        if audience == Audience::Children && for_children {
            for line in text(&document).lines() {
                for sentence in line.split_inclusive(['.', '!', '?', '|']) {
                    let words = sentence.split_whitespace().count();
                    assert!(words <= easy_read::LONGEST_SENTENCE, "{name}: {sentence}");
                }
            }
        }
    }
}

#[test]
fn an_empty_board_still_gives_every_document() {
    let mut agenda_of_nothing = agenda_input();
    agenda_of_nothing.content.items.clear();
    let mut minutes_of_nothing = minutes_input();
    minutes_of_nothing.items.clear();
    minutes_of_nothing.attendances.clear();
    minutes_of_nothing.corrections.clear();
    let mut log = action_log_input();
    log.actions.clear();
    let mut promises = child_promises_input();
    promises.promises.clear();
    promises.answered.clear();
    let documents: [Document; 4] = [
        agenda::build(&agenda_of_nothing, Audience::Public),
        minutes::build(&minutes_of_nothing, Audience::Public),
        pledgeboard_documents::content::action_log::build(&log, Audience::Public),
        child_promises::build(&promises, Audience::Children),
    ];
    for document in documents {
        assert!(pdf(&document, &options()).is_ok(), "{}", document.title);
    }
}

#[test]
fn each_purpose_has_words_and_a_picture_for_children() {
    let mut input = child_meeting_input();
    for (index, purpose) in Purpose::ALL.iter().enumerate() {
        input.items[index].item.purpose = *purpose;
        input.items[index].item.plain_summary = format!("Plain words {index}.");
        input.items[index].item.access = Access::open();
    }
    let said = text(&child_meeting::build(&input, Audience::Children));
    for index in 0..Purpose::ALL.len() {
        assert!(said.contains(&format!("Plain words {index}.")));
    }
}

#[test]
fn a_board_that_made_pledges_reads_of_pledges() {
    let mut input = child_promises_input();
    input.board.promises_called = "our pledges".into();
    input.board.colour = "#7a1f5c".into();
    let document = child_promises::build(&input, Audience::Children);
    let said = text(&document).replace("Something that we promise to do for you.", "");
    assert!(
        said.contains("How are we doing with our pledges?") && said.contains("Have we kept this pledge?")
    );
    assert!(!said.to_lowercase().contains("promise"), "{said}");
    assert_eq!(document.accent, Colour::parse("#7a1f5c"));
    let mut agenda = agenda_input();
    agenda.board.promises_called = "the pledge".into();
    let said = text(&agenda::build(&agenda, Audience::Members));
    assert!(said.contains("Pledge 2: A home that stays"), "{said}");
}

#[test]
fn a_report_too_long_for_children_comes_in_parts_that_are_each_whole() {
    let mut input = child_promises_input();
    let record = input.promises[0].clone();
    input.promises = vec![record; 20];
    let answered = input.answered[0].clone();
    input.answered = vec![answered; 120];
    let parts = parts::closed_in_parts(&child_promises::open(&input), &input.board).unwrap();
    assert!(parts.len() > 2, "{}", parts.len());
    let said: Vec<String> = parts.iter().map(text).collect();
    for (index, part) in parts.iter().enumerate() {
        assert!(page_count(part).unwrap() <= parts::LONGEST);
        assert!(said[index].contains(&format!("Part {} of {}", index + 1, parts.len())));
        assert!(said[index].contains("Who can you talk to?") && said[index].contains("Hard words"));
    }
    let count = |words: &str| said.iter().map(|it| it.matches(words).count()).sum::<usize>();
    assert_eq!(count("Have we kept this promise?"), 20);
    assert_eq!(count("We say"), 120);
}

#[test]
fn a_childrens_report_of_ten_promises_has_at_most_24_pages() {
    let mut input = child_promises_input();
    let record = input.promises[0].clone();
    input.promises = vec![record; 10];
    let pages = page_count(&child_promises::build(&input, Audience::Children)).unwrap();
    assert!(pages <= 24, "{pages}");
}

#[test]
fn the_work_programmes_calendar_holds_what_its_audience_may_read() {
    let input = work_programme_input();
    let made = day(11, 22).and_time(chrono::NaiveTime::MIN);
    let titles = |audience| -> Vec<String> {
        work_programme::calendar(&input, audience, made).entries.into_iter().map(|it| it.title).collect()
    };
    let public = titles(Audience::Public);
    for there in ["Corporate Parenting Board", "Board: Safe homes", "Scrutiny: Suspensions", "Takeover day"] {
        assert!(public.iter().any(|it| it == there), "{there} is not in {public:?}");
    }
    assert!(public.contains(&"Report due: Care leavers’ report".to_owned()));
    for hidden in ["One home", "A young person’s move", "A newsletter", "Brothers and sisters"] {
        assert!(public.iter().all(|it| !it.contains(hidden)), "{hidden} is in {public:?}");
    }
    assert!(titles(Audience::Members).contains(&"Board: One home".to_owned()));
    let rows = work_programme::rows(&input, Audience::Public);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
    assert!(rows.iter().all(|row| !row[2].contains("One home")));
}
