//! A marked word in every field of the sample board that must not reach somebody.

use pledgeboard_app::Context;
use pledgeboard_documents::{
    RenderOptions,
    block::{Block, Document, Style},
    pdf,
};
use pledgeboard_domain::{
    Action, ActionUpdate, AgendaItem, AgendaVersion, Answer, Assessment, Audience, Check, Commitment,
    Decision, Escalation, Event, Measure, Meeting, Minute, Paper, Person, Promise, RealityCheck, Share,
    StandingReport, Topic, Voice, id::AgendaItemId,
};
use pledgeboard_store::Record;

/// Of items that are not open, and of all that is born of them.
pub const EXEMPT: &str = "zqexempt";
pub const NOTES: &str = "zqnotes";
pub const NO_CONSENT: &str = "zqnoconsent";
pub const SENSITIVE: &str = "zqsensitive";
pub const BOARD_ONLY: &str = "zqboardonly";
pub const SHARED: &str = "zqshared";
/// Of people: e-mail, telephone, a first name without a yes, what they bring.
pub const PERSONAL: &str = "zqpersonal";
/// What shows a rating, why a figure moved: for members.
pub const MEMBERS: &str = "zqmembers";
/// Words for adults, in fields that documents for adults may print.
pub const ADULT: &str = "zqadult";
/// What no document prints at all.
pub const NEVER: &str = "zqnever";

/// Plants them all, in one change.
pub async fn everywhere(cx: &Context) {
    let closed: Vec<AgendaItemId> = cx
        .read()
        .await
        .unwrap()
        .all::<AgendaItem>()
        .await
        .unwrap()
        .into_iter()
        .filter(|item| !item.access.is_open())
        .map(|item| item.id)
        .collect();
    assert!(closed.len() > 1, "the sample has items that are not open");
    let is_closed = |item: Option<AgendaItemId>| item.is_some_and(|id| closed.contains(&id));

    each::<AgendaItem>(cx, item).await;
    each::<AgendaVersion>(cx, |it| {
        for published in &mut it.content.items {
            item(&mut published.item);
            let closed = !published.item.access.is_open();
            plant(&mut published.lead, if closed { EXEMPT } else { ADULT });
            for paper in &mut published.papers {
                plant(&mut paper.title, if paper.access.is_open() { ADULT } else { EXEMPT });
            }
        }
        plant(&mut it.content.meeting.chair_comments, NOTES);
    })
    .await;
    fill_the_drafts(cx).await;
    fill_the_private_papers(cx).await;
    each::<Paper>(cx, |it| {
        let word = if it.access.is_open() { ADULT } else { EXEMPT };
        plant(&mut it.title, word);
        plant(&mut it.file_name, NEVER);
    })
    .await;
    each::<Minute>(cx, |it| {
        plant(&mut it.private_text, EXEMPT);
        if is_closed(Some(it.agenda_item_id)) {
            plant(&mut it.plain_text, EXEMPT)
        } else {
            plant(&mut it.text, ADULT)
        }
    })
    .await;
    each::<Decision>(cx, |it| {
        let closed = is_closed(Some(it.agenda_item_id));
        plant(&mut it.text, if closed { EXEMPT } else { ADULT });
        if closed {
            plant(&mut it.plain_text, EXEMPT);
        }
    })
    .await;
    let mut secret_actions = vec![];
    each::<Action>(cx, |it| {
        let closed = is_closed(it.agenda_item_id);
        plant(&mut it.text, if closed { EXEMPT } else { ADULT });
        plant(&mut it.withdrawn_reason, if closed { EXEMPT } else { ADULT });
        if closed {
            plant(&mut it.plain_text, EXEMPT);
            plant(&mut it.done_plain, EXEMPT);
            secret_actions.push(it.id);
        }
    })
    .await;
    assert!(!secret_actions.is_empty(), "the sample has actions born of items that are not open");
    each::<Assessment>(cx, |it| {
        plant(&mut it.observation, MEMBERS);
        it.modules
            .iter_mut()
            .flat_map(|part| &mut part.statements)
            .for_each(|it| plant(&mut it.evidence, MEMBERS));
        let others: Vec<_> = secret_actions.iter().filter(|id| !it.actions.contains(id)).copied().collect();
        it.actions.extend(others);
    })
    .await;
    each::<ActionUpdate>(cx, |it| {
        plant(&mut it.text, if secret_actions.contains(&it.action_id) { EXEMPT } else { ADULT });
    })
    .await;
    each::<Escalation>(cx, |it| {
        let secret = it.action_id.is_some_and(|id| secret_actions.contains(&id));
        plant(&mut it.why, if secret { EXEMPT } else { ADULT });
    })
    .await;
    let unshared: Vec<_> = cx
        .read()
        .await
        .unwrap()
        .all::<Voice>()
        .await
        .unwrap()
        .into_iter()
        .filter(|voice| !voice.may_be_printed_for(Audience::Members))
        .map(|voice| voice.id)
        .collect();
    each::<Answer>(cx, |it| {
        if unshared.contains(&it.voice_id) {
            plant(&mut it.plain_text, NO_CONSENT);
        }
        if is_closed(it.agenda_item_id) || it.action_id.is_some_and(|id| secret_actions.contains(&id)) {
            plant(&mut it.plain_text, EXEMPT);
        }
    })
    .await;
    each::<Voice>(cx, voice).await;
    each::<Person>(cx, |it| {
        it.email = format!("{PERSONAL}@example.org");
        it.phone = PERSONAL.into();
        plant(&mut it.brings, PERSONAL);
        plant(&mut it.name_agreed_with, PERSONAL);
        if it.is_young_representative() && it.name_agreed_on.is_none() {
            it.first_name = PERSONAL.into();
        }
    })
    .await;
    each::<Meeting>(cx, |it| plant(&mut it.chair_comments, NOTES)).await;
    each::<Event>(cx, |it| {
        plant(&mut it.what_happened, NEVER);
        plant(&mut it.take_to_board, NEVER);
        if it.held {
            plant(&mut it.title, NEVER);
            plant(&mut it.place, NEVER);
        }
    })
    .await;
    each::<RealityCheck>(cx, |it| plant(&mut it.seen, NOTES)).await;
    topics(cx).await;
    each::<Check>(cx, |it| {
        plant(&mut it.evidence, MEMBERS);
        plant(&mut it.source, MEMBERS);
    })
    .await;
    each::<Promise>(cx, |it| plant(&mut it.text, ADULT)).await;
    each::<Commitment>(cx, |it| plant(&mut it.text, ADULT)).await;
    each::<Measure>(cx, |it| {
        plant(&mut it.text, ADULT);
        plant(&mut it.why, MEMBERS);
    })
    .await;
}

/// Of the work programme: what is not for the public, what was dropped, and what an item that is not open took.
async fn topics(cx: &Context) {
    let items = cx.read().await.unwrap().all::<AgendaItem>().await.unwrap();
    let mut secret = 0;
    each::<Topic>(cx, |it| {
        let closed = items.iter().any(|item| item.topic_id == Some(it.id) && !item.access.is_open());
        let word = if closed || !it.is_public || !it.dropped_reason.is_empty() { EXEMPT } else { ADULT };
        secret += usize::from(word == EXEMPT);
        for field in [&mut it.subject, &mut it.why, &mut it.dropped_reason] {
            if !field.is_empty() {
                plant(field, word);
            }
        }
    })
    .await;
    assert!(secret > 1, "the sample has topics that are not for the public");
    each::<StandingReport>(cx, |it| {
        plant(&mut it.title, ADULT);
        plant(&mut it.must_cover, NEVER);
    })
    .await;
}

/// To each item of the agendas that are drafts, a paper with the item's access, and every voice; to each promise too.
async fn fill_the_drafts(cx: &Context) {
    let mut write = cx.write("fill the drafts").await.unwrap();
    let meetings = write.all::<Meeting>().await.unwrap();
    let voices: Vec<_> = write.all::<Voice>().await.unwrap().into_iter().map(|voice| voice.id).collect();
    for mut promise in write.all::<Promise>().await.unwrap() {
        promise.voices.clone_from(&voices);
        write.update(&mut promise).await.unwrap();
    }
    let mut attached = 0;
    for mut item in write.all::<AgendaItem>().await.unwrap() {
        let meeting = meetings.iter().find(|it| it.id == item.meeting_id).unwrap();
        if !meeting.state.agenda_is_draft() {
            continue;
        }
        let content = file("A paper", 1);
        let hash = write.keep_file(&content).await.unwrap();
        let mut paper = Paper {
            id: cx.new_id(),
            version: 0,
            title: "A paper".into(),
            plain_summary: String::new(),
            file_name: "paper.pdf".into(),
            hash,
            bytes: i64::try_from(content.len()).unwrap(),
            pages: 1,
            access: item.access.clone(),
            added_on: cx.today(),
        };
        write.insert(&mut paper).await.unwrap();
        item.papers.push(paper.id);
        item.voices.clone_from(&voices);
        write.update(&mut item).await.unwrap();
        attached += 1;
    }
    assert!(attached > 0, "the sample has no draft of an agenda");
    write.commit().await.unwrap();
}

/// The files of papers that are not open, with the word in their text, title, bookmarks and properties.
async fn fill_the_private_papers(cx: &Context) {
    let mut write = cx.write("fill the private papers").await.unwrap();
    let mut filled = 0;
    for mut paper in write.all::<Paper>().await.unwrap().into_iter().filter(|it| !it.access.is_open()) {
        paper.hash = write.keep_file(&file(EXEMPT, paper.pages)).await.unwrap();
        write.update(&mut paper).await.unwrap();
        filled += 1;
    }
    assert!(filled > 2, "the sample has papers that are not open");
    write.commit().await.unwrap();
}

/// A paper that says one word on each page, and in all that is not on a page.
fn file(word: &str, pages: i64) -> Vec<u8> {
    let mut document = Document::new(word, Style::Adult);
    document.footer = word.into();
    for page in 0..pages {
        if page > 0 {
            document.push(Block::PageBreak);
        }
        document.heading(2, word);
    }
    let created = crate::printed::today().and_hms_opt(9, 0, 0).unwrap();
    pdf(&document, &RenderOptions { created }).unwrap()
}

fn item(it: &mut AgendaItem) {
    let closed = !it.access.is_open();
    let word = if closed { EXEMPT } else { ADULT };
    for field in [&mut it.title, &mut it.summary, &mut it.lead_words] {
        plant(field, word);
    }
    if closed {
        plant(&mut it.plain_summary, EXEMPT);
        plant(&mut it.urgency_reason, EXEMPT);
        it.questions.push(EXEMPT.into());
        it.background.push(EXEMPT.into());
    }
    plant(&mut it.internal_notes, NOTES);
}

fn voice(it: &mut Voice) {
    plant(&mut it.source, NEVER);
    let word = match it.share {
        _ if it.sensitive => SENSITIVE,
        Share::No => NO_CONSENT,
        Share::BoardOnly => BOARD_ONLY,
        Share::Anywhere => SHARED,
    };
    plant(&mut it.words, word);
}

fn plant(field: &mut String, word: &str) {
    *field = format!("{field} {word}").trim().to_owned();
}

async fn each<R: Record>(cx: &Context, mut mark: impl FnMut(&mut R)) {
    let mut write = cx.write("plant marked words").await.unwrap();
    let records = write.all::<R>().await.unwrap();
    assert!(!records.is_empty(), "the sample has no {}", R::TABLE.called);
    for mut record in records {
        mark(&mut record);
        write.update(&mut record).await.unwrap();
    }
    write.commit().await.unwrap();
}
