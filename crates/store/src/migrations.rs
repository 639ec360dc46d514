//! The shape of a board, migration by migration: one text for both engines, but for search.

use sqlx::{
    SqlSafeStr,
    migrate::{Migration, MigrationType, Migrator},
};

/// The one migration of which each engine has its own text.
const SEARCH: i64 = 2;

const SEARCH_SHARED: &str = include_str!("../../../migrations/postgres/search.sql");

/// Each migration once, in order; a released one is never edited.
const MIGRATIONS: &[(i64, &str, &str)] = &[
    (1, "board", include_str!("../../../migrations/0001_board.sql")),
    (SEARCH, "search", include_str!("../../../migrations/0002_search_sqlite.sql")),
    (3, "approved minutes", include_str!("../../../migrations/0003_approved_minutes.sql")),
    (4, "answers", include_str!("../../../migrations/0004_answers.sql")),
    (5, "logging", include_str!("../../../migrations/0005_logging.sql")),
    (6, "draft", include_str!("../../../migrations/0006_draft.sql")),
    (7, "voice map", include_str!("../../../migrations/0007_voice_map.sql")),
    (8, "papers", include_str!("../../../migrations/0008_papers.sql")),
    (9, "work programme", include_str!("../../../migrations/0009_work_programme.sql")),
    (10, "indicators and sets", include_str!("../../../migrations/0010_indicators_and_sets.sql")),
    (11, "self-assessment", include_str!("../../../migrations/0011_assessment.sql")),
    (12, "removal", include_str!("../../../migrations/0012_removal.sql")),
    (13, "unwiped", include_str!("../../../migrations/0013_unwiped.sql")),
    (14, "order", include_str!("../../../migrations/0014_order.sql")),
    (15, "retention", include_str!("../../../migrations/0015_retention.sql")),
];

/// What keeps a board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    File,
    Shared,
}

/// The number of this version's last migration.
pub(crate) fn newest_schema() -> i64 {
    MIGRATIONS.last().map_or(0, |(newest, ..)| *newest)
}

pub(crate) fn migrator(engine: Engine, schema: i64) -> Migrator {
    let migration = |&(version, name, sql): &(i64, &'static str, &'static str)| {
        let sql = if engine == Engine::Shared && version == SEARCH { SEARCH_SHARED } else { sql };
        Migration::new(version, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    };
    Migrator::with_migrations(MIGRATIONS.iter().filter(|it| it.0 <= schema).map(migration).collect())
}
