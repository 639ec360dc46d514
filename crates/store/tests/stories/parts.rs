//! What each part in a shared board reads and writes, also with another program than ours. Told on a server alone.

use std::path::{Path, PathBuf};

use pledgeboard_domain::{
    Access, AccessKind, BoardPart, Person, Role, Share,
    id::{EntryId, PersonId},
};
use pledgeboard_store::{Address, Member, Stamp, Store, StoreError};
use sqlx::{ConnectOptions, Connection, PgConnection, Row, postgres::PgConnectOptions};
use uuid::Uuid;

use crate::scene::{Board, board, item, meeting, stamp, theme, voice};

const CANARY: &str = "canary-of-what-is-closed";

const PASSWORD: &str = "tulip ocean lantern";

fn person(name: &str, roles: &[Role]) -> Person {
    Person {
        id: PersonId(Uuid::now_v7()),
        version: 0,
        title: String::new(),
        name: name.into(),
        organisation: String::new(),
        job: String::new(),
        brings: String::new(),
        roles: roles.to_vec(),
        first_name: String::new(),
        name_agreed_on: None,
        name_agreed_with: String::new(),
        email: format!("{CANARY}@anytown.gov.uk"),
        phone: String::new(),
        left_on: None,
    }
}

struct Scene {
    board: Board,
    /// Somebody of each part, and a Link Champion who is a councillor.
    logins: Vec<(String, Member)>,
}

/// An exempt item, an open one with internal notes, a voice without consent and a sensitive one.
async fn scene() -> Option<Scene> {
    let board = board().await;
    if !board.store.is_shared() {
        return None;
    }
    let mut logins = vec![];
    let mut write = board.store.write("make a board", stamp()).await.unwrap();
    for (name, part, roles) in [
        ("chair", BoardPart::Chair, [Role::Chair].as_slice()),
        ("clerk", BoardPart::DemocraticServices, &[Role::DemocraticServices]),
        ("champion", BoardPart::LinkChampion, &[Role::Partner]),
        ("councillor", BoardPart::LinkChampion, &[Role::Councillor]),
        ("member", BoardPart::Member, &[Role::Partner]),
        ("auditor", BoardPart::Auditor, &[Role::Observer]),
    ] {
        let mut it = person(name, roles);
        write.insert(&mut it).await.unwrap();
        // Roles are the server's own, not the database's.
        logins.push((format!("{name}-{}", Uuid::new_v4().simple()), Member { person: it.id, part }));
    }
    let mut meeting = meeting();
    write.insert(&mut meeting).await.unwrap();
    let mut exempt = item(&meeting, vec![]);
    exempt.title = format!("{CANARY} title");
    exempt.summary = format!("{CANARY} summary");
    write.insert(&mut exempt).await.unwrap();
    let mut open = item(&meeting, vec![]);
    open.internal_notes = format!("{CANARY} note");
    open.access = Access { access: AccessKind::Open, paragraphs: vec![], access_reason: String::new() };
    write.insert(&mut open).await.unwrap();
    let mut about = theme("A home that stays");
    write.insert(&mut about).await.unwrap();
    for (words, share, sensitive) in [
        ("We are heard.", Share::Anywhere, false),
        (CANARY, Share::No, false),
        (CANARY, Share::Anywhere, true),
    ] {
        let mut voice = voice(&about, words);
        (voice.share, voice.sensitive) = (share, sensitive);
        write.insert(&mut voice).await.unwrap();
    }
    write.commit().await.unwrap();
    for (login, member) in &logins {
        board.store.grant(login, *member, Some(PASSWORD)).await.unwrap();
    }
    Some(Scene { board, logins })
}

impl Scene {
    fn login(&self, name: &str) -> &(String, Member) {
        self.logins.iter().find(|it| it.0.starts_with(&format!("{name}-"))).unwrap()
    }

    fn address(&self, login: &str) -> PathBuf {
        let owner = self.board.store.path().to_str().unwrap().to_owned();
        let (scheme, rest) = owner.split_once("://").unwrap();
        let (_, place) = rest.split_once('@').unwrap();
        PathBuf::from(format!("{scheme}://{login}@{place}"))
    }

    async fn open(&self, name: &str) -> Store {
        let path = self.address(&self.login(name).0);
        Store::open_shared(Address::parse(path.to_str().unwrap()).unwrap().with_password(PASSWORD))
            .await
            .unwrap()
    }

    /// As somebody who comes with a program that is none of ours.
    async fn with_psql(&self, name: &str) -> PgConnection {
        let options: PgConnectOptions = self.address(&self.login(name).0).to_str().unwrap().parse().unwrap();
        options.password(PASSWORD).connect().await.unwrap()
    }

    fn stamp(&self, name: &str) -> Stamp {
        Stamp { entry: EntryId(Uuid::now_v7()), person: Some(self.login(name).1.person), ..stamp() }
    }
}

/// Every row of every table that a connection sees, as text.
async fn all_that_is_seen(connection: &mut PgConnection) -> Vec<(String, String)> {
    let tables = sqlx::query_scalar::<_, String>(
        "SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
    );
    let mut seen = vec![];
    for table in tables.fetch_all(&mut *connection).await.unwrap() {
        let sql = format!("SELECT t::text FROM \"{table}\" AS t");
        for row in sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(&mut *connection).await.unwrap() {
            seen.push((table.clone(), row.get(0)));
        }
    }
    seen
}

#[tokio::test]
async fn with_any_program_nobody_sees_more_than_their_part() {
    let Some(scene) = scene().await else { return };
    for (name, sees) in
        [("chair", true), ("clerk", true), ("auditor", true), ("champion", false), ("member", false)]
    {
        let mut connection = scene.with_psql(name).await;
        let seen = all_that_is_seen(&mut connection).await;
        let mut closed: Vec<&str> =
            seen.iter().filter(|it| it.1.contains(CANARY)).map(|it| it.0.as_str()).collect();
        closed.dedup();
        if sees {
            for table in [
                "agenda_item_words",
                "agenda_item_notes",
                "voice_words",
                "person_contact",
                "search",
                "entry_change",
            ] {
                assert!(closed.contains(&table), "{name} does not see {table}: {closed:?}");
            }
        } else {
            // Their own e-mail address.
            assert_eq!(closed, ["person_contact"], "{name}");
            assert_eq!(seen.iter().filter(|it| it.0 == "person_contact").count(), 1);
            assert_eq!(
                seen.iter().filter(|it| it.0 == "voice_words").count(),
                1,
                "{name} reads the open voice"
            );
            assert_eq!(
                seen.iter().filter(|it| it.0 == "agenda_item").count(),
                2,
                "{name} reads the board's life"
            );
        }
        connection.close().await.unwrap();
    }
    // A councillor is entitled to what is exempt, and not to what was said in confidence, nor to internal notes.
    let mut connection = scene.with_psql("councillor").await;
    let seen = all_that_is_seen(&mut connection).await;
    let has = |table: &str, words: &str| seen.iter().any(|it| it.0 == table && it.1.contains(words));
    assert!(has("agenda_item_words", CANARY) && has("search", CANARY));
    assert!(!has("agenda_item_notes", "") && !has("voice_words", CANARY) && !has("entry_change", CANARY));
}

#[tokio::test]
async fn whoever_is_nobody_on_the_board_sees_nothing_and_a_part_that_is_taken_away_is_gone_at_once() {
    let Some(scene) = scene().await else { return };
    let mut connection = scene.with_psql("member").await;
    assert!(!all_that_is_seen(&mut connection).await.is_empty());
    scene.board.store.revoke(&scene.login("member").0).await.unwrap();
    let seen = all_that_is_seen(&mut connection).await;
    assert!(seen.iter().all(|it| it.0 == "_sqlx_migrations"), "{seen:?}");
    assert!(
        matches!(scene.board.store.revoke("nobody").await, Err(StoreError::Refused(it)) if it.field == Some("login"))
    );
}

#[tokio::test]
async fn what_is_closed_reads_as_nothing_under_its_public_title() {
    let Some(scene) = scene().await else { return };
    let store = scene.open("champion").await;
    let mut read = store.read().await.unwrap();
    let items = read.all::<pledgeboard_domain::AgendaItem>().await.unwrap();
    let titles: Vec<(&str, &str)> = items.iter().map(|it| (it.title.as_str(), it.summary.as_str())).collect();
    assert_eq!(items.len(), 2);
    assert!(titles.contains(&("A home", "")), "{titles:?}");
    assert!(items.iter().all(|it| it.internal_notes.is_empty()));
    assert!(read.search("canary", 10).await.unwrap().is_empty());
    assert_eq!(read.search("heard", 10).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_link_champion_writes_their_own_and_nothing_else() {
    let Some(scene) = scene().await else { return };
    let store = scene.open("champion").await;
    let mut about = store.read().await.unwrap().all::<pledgeboard_domain::Theme>().await.unwrap().remove(0);

    let mut write = store.write("hear a voice", scene.stamp("champion")).await.unwrap();
    write.insert(&mut voice(&about, "Ask us first.")).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(store.read().await.unwrap().search("first", 9).await.unwrap().len(), 1);

    about.name = "Mine now".into();
    let mut write = store.write("rename a theme", scene.stamp("champion")).await.unwrap();
    let refused = write.update(&mut about).await.unwrap_err();
    assert!(matches!(refused, StoreError::Refused(it) if it.message.contains("Your part")));
    drop(write);
    let mut write = store.write("add a theme", scene.stamp("champion")).await.unwrap();
    let refused = write.insert(&mut theme("Mine")).await.unwrap_err().into_refusal();
    assert!(refused.message.contains("Your part"), "{refused:?}");
    drop(write);

    // In somebody else's name, with any program.
    let mut connection = scene.with_psql("champion").await;
    for statement in [
        "INSERT INTO entry (id, at, person_id, name, can_undo, number) SELECT gen_random_uuid(), now(), id, 'x', true, 999 FROM person WHERE name = 'chair'",
        "INSERT INTO member SELECT 'me', id, 'chair' FROM person LIMIT 1",
        "UPDATE member SET part = 'chair'",
        "CREATE FUNCTION my_part() RETURNS text LANGUAGE sql AS 'SELECT ''chair'''",
    ] {
        assert!(sqlx::query(statement).execute(&mut connection).await.is_err(), "{statement}");
    }
    // A table that hides the board's own from the functions that say who somebody is.
    for statement in [
        "CREATE TEMP TABLE member AS SELECT session_user::text AS login, my_person() AS person_id, 'chair'::text AS part",
        "GRANT SELECT ON pg_temp.member TO PUBLIC",
    ] {
        sqlx::query(statement).execute(&mut connection).await.unwrap();
    }
    let part: String = sqlx::query_scalar("SELECT my_part()").fetch_one(&mut connection).await.unwrap();
    assert_eq!(part, "link_champion");
    for statement in [
        "DELETE FROM search WHERE kind <> 'voice'",
        "UPDATE theme SET name = 'x'",
        "DELETE FROM entry_change",
        "DELETE FROM voice WHERE event_id IS NOT NULL",
        "UPDATE entry SET name = 'x'",
    ] {
        let done = sqlx::query(statement).execute(&mut connection).await.unwrap();
        assert_eq!(done.rows_affected(), 0, "{statement}");
    }
}

#[tokio::test]
async fn an_auditor_and_a_member_write_nothing() {
    let Some(scene) = scene().await else { return };
    for name in ["auditor", "member"] {
        let store = scene.open(name).await;
        let mut write = store.write("add a theme", scene.stamp(name)).await.unwrap();
        assert!(write.insert(&mut theme("Mine")).await.is_err(), "{name}");
    }
}

#[tokio::test]
async fn each_failure_to_open_is_one_sentence_beside_its_field() {
    let Some(scene) = scene().await else { return };
    let refused =
        |address: String| async move { Store::open(Path::new(&address)).await.unwrap_err().into_refusal() };
    let owner = scene.board.store.path().to_str().unwrap().to_owned();
    let (server, _) = owner.rsplit_once('/').unwrap();
    assert_eq!(
        refused(format!("{server}/no_such_board")).await.message,
        "There is no database of that name on the server."
    );
    assert_eq!(refused(format!("{server}/postgres")).await.message, "There is no board in this database.");
    let away = refused("postgres://amina@127.0.0.1:1/board".into()).await;
    assert!(away.message.contains("does not answer"), "{}", away.message);
    assert_eq!(away.field, Some("address"));
    let not_empty = Store::create(Path::new(&owner)).await.unwrap_err().into_refusal();
    assert!(not_empty.message.contains("not empty"), "{}", not_empty.message);

    let mut owner = PgConnectOptions::connect(&owner.parse().unwrap()).await.unwrap();
    sqlx::raw_sql("UPDATE _sqlx_migrations SET version = 9999 WHERE version = 15")
        .execute(&mut owner)
        .await
        .unwrap();
    let newer = Store::open(scene.board.store.path()).await.unwrap_err().into_refusal();
    assert!(newer.message.contains("newer version"), "{}", newer.message);
    sqlx::raw_sql("DELETE FROM _sqlx_migrations WHERE version = 9999").execute(&mut owner).await.unwrap();
    let path = scene.address(&scene.login("champion").0);
    let wrong = Store::open(&path).await.unwrap_err().into_refusal();
    assert_eq!(
        (wrong.field, wrong.message.as_str()),
        (Some("passphrase"), "That name or password is not right. Try again.")
    );
    let address = Address::of(&path).unwrap().unwrap().with_password(PASSWORD);
    let older = Store::open_shared(address).await.unwrap_err().into_refusal();
    assert!(older.message.contains("Ask whoever looks after its server"), "{}", older.message);
}
