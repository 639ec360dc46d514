//! The store's promises, told as stories. The same stories will run on every engine.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on fails")]

use chrono::{DateTime, NaiveDate, Utc};
use pledgeboard_domain::{
    Access, AccessKind, AgeBand, AgendaItem, Code, ItemKind, Meeting, MeetingKind, MeetingState, Purpose,
    Share, Speaker, Theme, Voice,
    id::{AgendaItemId, EntryId, MeetingId, ThemeId, VoiceId},
};
use pledgeboard_store::{Stamp, Store, StoreError};
use tempfile::TempDir;
use uuid::Uuid;

struct Board {
    store: Store,
    folder: TempDir,
}

async fn board() -> Board {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(&folder.path().join("anytown.pledgeboard")).await.unwrap();
    Board { store, folder }
}

fn stamp() -> Stamp {
    let at: DateTime<Utc> = "2026-11-22T10:00:00.123456789Z".parse().unwrap();
    Stamp { entry: EntryId(Uuid::now_v7()), at, person: None }
}

fn theme(name: &str) -> Theme {
    Theme {
        id: ThemeId(Uuid::now_v7()),
        version: 0,
        name: name.into(),
        child_name: String::new(),
        icon: "house".into(),
        colour: "teal".into(),
        keywords: vec!["moved".into()],
        principles: vec![],
        questions: vec![],
        position: 1,
        retired_on: None,
    }
}

fn voice(theme: &Theme, words: &str) -> Voice {
    Voice {
        id: VoiceId(Uuid::now_v7()),
        version: 0,
        words: words.into(),
        is_quote: true,
        heard_on: NaiveDate::from_ymd_opt(2026, 11, 18).unwrap(),
        event_id: None,
        source: "survey".into(),
        theme_id: theme.id,
        cohort_id: None,
        age_band: Some(AgeBand::From11To15),
        share: Share::Anywhere,
        sensitive: false,
    }
}

fn meeting() -> Meeting {
    Meeting {
        id: MeetingId(Uuid::now_v7()),
        version: 0,
        date: NaiveDate::from_ymd_opt(2026, 12, 3).unwrap(),
        starts: "17:30:00".parse().unwrap(),
        ends: None,
        place: "Youth Hub".into(),
        kind: MeetingKind::Themed,
        title: String::new(),
        in_public: true,
        themes: vec![],
        chair_id: None,
        state: MeetingState::Planned,
        started_at: None,
        ended_at: None,
        current_item_id: None,
        entitled: vec![],
        approved_at_id: None,
        approved_on: None,
        signed_by: None,
        plain_summary: String::new(),
        chair_comments: "for the chair".into(),
    }
}

fn item(meeting: &Meeting, voices: Vec<VoiceId>) -> AgendaItem {
    AgendaItem {
        id: AgendaItemId(Uuid::now_v7()),
        version: 0,
        meeting_id: meeting.id,
        position: 1,
        number: String::new(),
        title: "One home's inspection".into(),
        public_title: "A home".into(),
        kind: ItemKind::Report,
        purpose: Purpose::Lead,
        presenting_minutes: 5,
        discussing_minutes: 5,
        presented_by: Speaker::Officer,
        lead_id: None,
        lead_words: "Head of Placements".into(),
        access: Access {
            access: AccessKind::Exempt,
            paragraphs: vec![1, 2],
            access_reason: "It names a home.".into(),
        },
        summary: String::new(),
        plain_summary: String::new(),
        questions: vec!["Would this be good enough for my child?".into()],
        background: vec![],
        papers: vec![],
        voices,
        promises: vec![],
        actions: vec![],
        internal_notes: "ask about staffing".into(),
        since_version: 0,
        urgency_reason: String::new(),
        withdrawn_reason: String::new(),
        deferred_to_id: None,
        minutes_of_id: None,
    }
}

fn refused(error: StoreError) -> pledgeboard_domain::Refusal {
    error.into_refusal()
}

#[tokio::test]
async fn what_is_committed_is_there_after_a_restart() {
    let Board { store, folder: _folder } = board().await;
    let mut theme = theme("A home that stays");
    let mut said = voice(&theme, "I moved three times.");
    let mut meeting = meeting();
    meeting.themes = vec![theme.id];
    let mut write = store.write("begin", stamp()).await.unwrap();
    write.insert(&mut theme).await.unwrap();
    write.insert(&mut said).await.unwrap();
    write.insert(&mut meeting).await.unwrap();
    let mut item = item(&meeting, vec![said.id]);
    write.insert(&mut item).await.unwrap();
    let done = write.commit().await.unwrap();
    assert_eq!(done.kinds, ["theme", "voice", "meeting", "agenda_item"]);
    let path = store.path().to_owned();
    store.close().await;

    let store = Store::open(&path).await.unwrap();
    let mut read = store.read().await.unwrap();
    assert_eq!(read.one::<Theme>(theme.id).await.unwrap(), theme);
    assert_eq!(read.one::<Voice>(said.id).await.unwrap(), said);
    assert_eq!(read.one::<Meeting>(meeting.id).await.unwrap(), meeting);
    assert_eq!(read.one::<AgendaItem>(item.id).await.unwrap(), item);
    assert_eq!(read.by::<Voice>("theme_id", theme.id).await.unwrap(), [said]);
}

#[tokio::test]
async fn a_change_that_is_not_committed_never_was() {
    let Board { store, folder: _folder } = board().await;
    let mut write = store.write("begin", stamp()).await.unwrap();
    write.insert(&mut theme("Gone")).await.unwrap();
    drop(write);
    assert!(store.read().await.unwrap().all::<Theme>().await.unwrap().is_empty());
    assert!(store.read().await.unwrap().history(10).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_second_of_two_editors_is_told_and_overwrites_nothing() {
    let Board { store, folder: _folder } = board().await;
    let mut first = theme("A");
    let mut write = store.write("begin", stamp()).await.unwrap();
    write.insert(&mut first).await.unwrap();
    write.commit().await.unwrap();
    let mut second = first.clone();

    first.name = "First".into();
    let mut write = store.write("rename a theme", stamp()).await.unwrap();
    write.update(&mut first).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(first.version, 2);

    second.name = "Second".into();
    let mut write = store.write("rename a theme", stamp()).await.unwrap();
    let refusal = refused(write.update(&mut second).await.unwrap_err());
    assert_eq!(refusal.code, Code::Stale);
    drop(write);
    assert_eq!(store.read().await.unwrap().one::<Theme>(first.id).await.unwrap().name, "First");
}

#[tokio::test]
async fn saving_the_same_again_leaves_no_entry() {
    let Board { store, folder: _folder } = board().await;
    let mut it = theme("A");
    let mut write = store.write("begin", stamp()).await.unwrap();
    write.insert(&mut it).await.unwrap();
    write.commit().await.unwrap();
    let mut write = store.write("save a theme", stamp()).await.unwrap();
    write.update(&mut it).await.unwrap();
    let done = write.commit().await.unwrap();
    assert_eq!((done.entry, it.version), (None, 1));
    assert_eq!(store.read().await.unwrap().history(10).await.unwrap().len(), 1);
}

#[tokio::test]
async fn undo_puts_back_links_and_secret_words_too_and_can_itself_be_undone() {
    let Board { store, folder: _folder } = board().await;
    let (mut theme, mut meeting) = (theme("A"), meeting());
    let mut said = voice(&theme, "I moved three times.");
    let mut write = store.write("begin", stamp()).await.unwrap();
    write.insert(&mut theme).await.unwrap();
    write.insert(&mut said).await.unwrap();
    write.insert(&mut meeting).await.unwrap();
    let mut item = item(&meeting, vec![said.id]);
    write.insert(&mut item).await.unwrap();
    write.commit().await.unwrap();
    let before = item.clone();

    let mut write = store.write("delete an item", stamp()).await.unwrap();
    write.delete(&item).await.unwrap();
    let deleted = write.commit().await.unwrap().entry.unwrap();

    let undone = store.undo(deleted, stamp()).await.unwrap().entry.unwrap();
    let mut restored = store.read().await.unwrap().one::<AgendaItem>(item.id).await.unwrap();
    assert_eq!(restored.version, 2);
    restored.version = before.version;
    assert_eq!(restored, before);

    store.undo(undone, stamp()).await.unwrap();
    assert_eq!(store.read().await.unwrap().get::<AgendaItem>(item.id).await.unwrap(), None);
    let names: Vec<String> =
        store.read().await.unwrap().history(10).await.unwrap().into_iter().map(|it| it.entry.name).collect();
    assert_eq!(names, ["redo: delete an item", "undo: delete an item", "delete an item", "begin"]);
}

#[tokio::test]
async fn undo_is_refused_where_the_record_has_changed_since() {
    let Board { store, folder: _folder } = board().await;
    let mut it = theme("A");
    let mut write = store.write("begin", stamp()).await.unwrap();
    write.insert(&mut it).await.unwrap();
    let added = write.commit().await.unwrap().entry.unwrap();
    it.name = "B".into();
    let mut write = store.write("rename a theme", stamp()).await.unwrap();
    write.update(&mut it).await.unwrap();
    write.commit().await.unwrap();

    assert_eq!(refused(store.undo(added, stamp()).await.unwrap_err()).code, Code::Stale);
    assert_eq!(store.read().await.unwrap().one::<Theme>(it.id).await.unwrap().name, "B");
}

#[tokio::test]
async fn publishing_cannot_be_undone() {
    let Board { store, folder: _folder } = board().await;
    let mut write = store.write("publish the agenda", stamp()).await.unwrap();
    write.insert(&mut meeting()).await.unwrap();
    write.cannot_be_undone();
    let done = write.commit().await.unwrap();
    assert!(!done.can_undo);
    let refusal = refused(store.undo(done.entry.unwrap(), stamp()).await.unwrap_err());
    assert_eq!(refusal.code, Code::Rule);
    assert_eq!(store.read().await.unwrap().all::<Meeting>().await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_others_refer_to_cannot_be_deleted() {
    let Board { store, folder: _folder } = board().await;
    let mut theme = theme("A");
    let mut write = store.write("begin", stamp()).await.unwrap();
    write.insert(&mut theme).await.unwrap();
    write.insert(&mut voice(&theme, "Nobody asked me.")).await.unwrap();
    write.commit().await.unwrap();
    let mut write = store.write("delete a theme", stamp()).await.unwrap();
    assert_eq!(refused(write.delete(&theme).await.unwrap_err()).code, Code::Rule);
}

#[tokio::test]
async fn search_finds_words_by_their_beginning_and_marks_what_is_not_open() {
    let Board { store, folder: _folder } = board().await;
    let (mut theme, mut meeting) = (theme("A home that stays"), meeting());
    let mut open = voice(&theme, "My café trip was moved.");
    let mut sensitive = voice(&theme, "They moved my café visit.");
    sensitive.sensitive = true;
    let mut write = store.write("begin", stamp()).await.unwrap();
    write.insert(&mut theme).await.unwrap();
    write.insert(&mut open).await.unwrap();
    write.insert(&mut sensitive).await.unwrap();
    write.insert(&mut meeting).await.unwrap();
    write.insert(&mut item(&meeting, vec![])).await.unwrap();
    write.commit().await.unwrap();

    let mut read = store.read().await.unwrap();
    let mut found: Vec<(Uuid, String)> =
        read.search("cafe mov", 10).await.unwrap().into_iter().map(|hit| (hit.record, hit.access)).collect();
    found.sort_by(|a, b| a.1.cmp(&b.1));
    assert_eq!(found, [(open.id.into(), "open".into()), (sensitive.id.into(), "sensitive".into())]);
    assert_eq!(read.search("inspection", 10).await.unwrap()[0].access, "exempt");
    for odd in ["\"", "* OR", "a AND (", "-", "NEAR("] {
        read.search(odd, 10).await.unwrap();
    }
    drop(read);

    open.words = "Something else.".into();
    let mut write = store.write("edit a voice", stamp()).await.unwrap();
    write.update(&mut open).await.unwrap();
    write.commit().await.unwrap();
    let hits = store.read().await.unwrap().search("café", 10).await.unwrap();
    assert_eq!(hits.len(), 1, "the old words are found no more");
}

#[tokio::test]
async fn the_whole_board_goes_out_and_comes_back_equal() {
    let Board { store, folder } = board().await;
    let mut theme = theme("A home that stays");
    let mut write = store.write("begin", stamp()).await.unwrap();
    write.insert(&mut theme).await.unwrap();
    write.insert(&mut voice(&theme, "I moved three times.")).await.unwrap();
    write.keep_file(b"%PDF-1.7").await.unwrap();
    write.commit().await.unwrap();
    theme.name = "Stability".into();
    let mut write = store.write("rename a theme", stamp()).await.unwrap();
    write.update(&mut theme).await.unwrap();
    write.commit().await.unwrap();
    let at = stamp().at;
    let data = store.read().await.unwrap().data(at).await.unwrap();

    let other = Store::create(&folder.path().join("other.pledgeboard")).await.unwrap();
    other.fill(data.clone(), stamp(), |_, _| Ok(())).await.unwrap();
    assert_eq!(other.read().await.unwrap().data(at).await.unwrap(), data);
    assert!(!other.read().await.unwrap().search("stability", 10).await.unwrap().is_empty());

    let again = refused(other.fill(data, stamp(), |_, _| Ok(())).await.unwrap_err());
    assert_eq!(again.message, "This board already holds work. Import into a new board.");
}

#[tokio::test]
async fn damaged_data_changes_nothing() {
    let Board { store, folder } = board().await;
    let mut write = store.write("begin", stamp()).await.unwrap();
    write.insert(&mut theme("A")).await.unwrap();
    write.commit().await.unwrap();
    let good = store.read().await.unwrap().data(stamp().at).await.unwrap();
    let other = Store::create(&folder.path().join("other.pledgeboard")).await.unwrap();

    let mut wrong_file = good.clone();
    wrong_file.files.insert("00".into(), "JVBERg==".into());
    let mut wrong_record = good.clone();
    wrong_record.records.get_mut("theme").unwrap()[0]["position"] = "first".into();
    let mut unknown_kind = good.clone();
    unknown_kind.records.insert("spaceship".into(), vec![]);
    for wrong in [wrong_file, wrong_record, unknown_kind] {
        assert_eq!(refused(other.fill(wrong, stamp(), |_, _| Ok(())).await.unwrap_err()).code, Code::Invalid);
        assert!(other.read().await.unwrap().all::<Theme>().await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_file_that_is_no_board_is_named_as_such() {
    let Board { store, folder } = board().await;
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("letter.pledgeboard"), "Dear councillor, this is not a database at all.").unwrap();
    std::fs::write(path("empty.pledgeboard"), "").unwrap();
    let other =
        sqlx::sqlite::SqliteConnectOptions::new().filename(path("other.pledgeboard")).create_if_missing(true);
    let pool = sqlx::SqlitePool::connect_with(other).await.unwrap();
    sqlx::query("CREATE TABLE shopping (item TEXT)").execute(&pool).await.unwrap();
    pool.close().await;
    for name in ["letter.pledgeboard", "empty.pledgeboard", "other.pledgeboard"] {
        let refusal = refused(Store::open(&path(name)).await.unwrap_err());
        assert!(
            refusal.message.starts_with("This file is not a Pledgeboard board."),
            "{name}: {}",
            refusal.message
        );
    }
    let missing = refused(Store::open(&path("nowhere.pledgeboard")).await.unwrap_err());
    assert_eq!(missing.message, "There is no file at that place.");
    assert!(refused(Store::create(store.path()).await.unwrap_err()).message.contains("already there"));
}

#[tokio::test]
async fn a_board_from_a_newer_version_is_left_alone() {
    let Board { store, folder: _folder } = board().await;
    let path = store.path().to_owned();
    store.close().await;
    let pool = sqlx::SqlitePool::connect_with(sqlx::sqlite::SqliteConnectOptions::new().filename(&path))
        .await
        .unwrap();
    sqlx::query(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (999, 'later', 1, x'00', 0)",
    )
    .execute(&pool)
    .await
    .unwrap();
    pool.close().await;
    let refusal = refused(Store::open(&path).await.unwrap_err());
    assert!(refusal.message.starts_with("This board was made by a newer version"), "{}", refusal.message);
}

#[cfg(unix)]
#[tokio::test]
async fn a_read_only_file_is_refused_in_one_sentence() {
    use std::os::unix::fs::PermissionsExt;

    let Board { store, folder: _folder } = board().await;
    let path = store.path().to_owned();
    store.close().await;
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o444)).unwrap();
    let refusal = refused(Store::open(&path).await.unwrap_err());
    assert!(refusal.message.starts_with("This board's file is read-only."));
}

#[tokio::test]
async fn a_full_disk_loses_nothing_that_was_saved() {
    let Board { store, folder: _folder } = board().await;
    let mut write = store.write("begin", stamp()).await.unwrap();
    write.insert(&mut theme("Kept")).await.unwrap();
    write.commit().await.unwrap();

    // SQLite reports a full disk in the same way when the file may grow no further.
    let path = store.path().to_owned();
    let mut write = store.write("too much", stamp()).await.unwrap();
    write.limit_pages_for_tests(1).await.unwrap();
    let mut big = theme("Big");
    big.child_name = "x".repeat(4_000_000);
    let failed = match write.insert(&mut big).await {
        // An open write would keep the store from closing.
        Err(error) => {
            drop(write);
            error
        }
        Ok(()) => write.commit().await.unwrap_err(),
    };
    let refusal = refused(failed);
    assert!(refusal.message.starts_with("The disk is full"), "{}", refusal.message);
    store.close().await;
    let names: Vec<String> = Store::open(&path)
        .await
        .unwrap()
        .read()
        .await
        .unwrap()
        .all::<Theme>()
        .await
        .unwrap()
        .into_iter()
        .map(|it| it.name)
        .collect();
    assert_eq!(names, ["Kept"]);
}
