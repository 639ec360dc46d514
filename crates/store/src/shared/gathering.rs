//! A screen's questions to a server, asked together: a journey there and back may take longer than all the answers.
//!
//! A screen's command asks one thing after another. Run with nothing known, it is answered with no rows, and what it asks
//! is noted; all that goes to the server in one message; then the command is run again with what is known now, until it
//! asks nothing new. Only what that last run gives counts. So there are as many journeys as questions that follow from
//! the answers to others, and all of them see one moment of the board.

use std::{
    collections::HashMap,
    mem::take,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use futures_util::TryStreamExt;
use pledgeboard_domain::Board;
use sqlx::{AssertSqlSafe, Either, PgConnection, Postgres, pool::PoolConnection, postgres::PgRow};
use tokio::runtime::Handle;

use super::{CONNECTIONS, READ, Shared, in_time, trouble};
use crate::{
    error::StoreError,
    migrations::Engine,
    record::Record,
    sql::{Statement, sql},
};

/// Whoever asks anew after so many journeys never comes to an end by it, and reads as others do.
const MOST_JOURNEYS: usize = 8;

/// No question of a screen takes so long; a server that is silent for longer is gone.
const SILENCE: Duration = Duration::from_secs(20);

#[derive(Debug)]
struct Asked {
    written: String,
    /// Where a value is what somebody wrote: that is sent beside the statement, so that a server that notes statements in
    /// its log does not note it.
    bound: Option<Statement>,
}

/// The rows that answer one question.
type Rows = Vec<PgRow>;
pub(crate) type Answer = Arc<Rows>;

#[derive(Debug)]
pub(crate) struct Gathering {
    shared: Arc<Shared>,
    notes: Mutex<Notes>,
}

#[derive(Debug, Default)]
struct Notes {
    /// By the statement, written out.
    known: HashMap<String, Answer>,
    /// Not known yet, in the order asked.
    asked: Vec<Asked>,
    /// Where the others were asked: the same moment of the board.
    snapshot: Option<Snapshot>,
    journeys: usize,
    gave_up: bool,
}

impl Gathering {
    pub fn of(shared: &Arc<Shared>) -> Self {
        Self { shared: Arc::clone(shared), notes: Mutex::default() }
    }

    /// Whether this reading must ask one thing after the other after all.
    pub fn gave_up(&self) -> bool {
        self.notes().gave_up
    }

    /// The answer, where it is known; no rows until then.
    pub fn answer(&self, question: Statement) -> Result<Answer, StoreError> {
        let written = question.written()?;
        let mut notes = self.notes();
        if let Some(answer) = notes.known.get(&written) {
            return Ok(Arc::clone(answer));
        }
        notes.ask(question)?;
        Ok(Answer::default())
    }

    /// Whether all that was asked was known, so that what came of it counts. What was not is asked now.
    ///
    /// # Errors
    /// When the server does not answer.
    pub async fn is_settled(&self) -> Result<bool, StoreError> {
        let (asked, snapshot) = {
            let mut notes = self.notes();
            if notes.asked.is_empty() {
                return Ok(true);
            }
            if notes.journeys == 0 {
                notes.ask_ahead()?;
            }
            notes.journeys += 1;
            if notes.journeys > MOST_JOURNEYS {
                notes.asked.clear();
                notes.gave_up = true;
                return Ok(false);
            }
            (take(&mut notes.asked), notes.snapshot.take())
        };
        let answered = match snapshot {
            Some(mut snapshot) => snapshot.ask(&asked).await.map(|answers| (snapshot, answers)),
            None => self.first(&asked).await,
        };
        match answered {
            Ok((snapshot, answers)) => {
                let mut notes = self.notes();
                let written = asked.into_iter().map(|it| it.written);
                notes.known.extend(written.zip(answers.into_iter().map(Arc::new)));
                notes.snapshot = Some(snapshot);
            }
            Err(StoreError::Sql(error)) if trouble::is_of_the_connection(&error) => {
                return Err(trouble::gone().into());
            }
            Err(StoreError::Sql(sqlx::Error::PoolTimedOut)) => return Err(trouble::gone().into()),
            Err(StoreError::Refused(gone)) => return Err(gone.into()),
            // What nobody would have asked who knew the other answers; or the true trouble, which then shows.
            Err(_) => self.notes().gave_up = true,
        }
        Ok(false)
    }

    /// A connection that the server has let go of shows it only now: the next one is tried, as in [`Shared::begin`].
    async fn first(&self, asked: &[Asked]) -> Result<(Snapshot, Vec<Rows>), StoreError> {
        let mut tried = 0;
        loop {
            let mut snapshot = Snapshot::new(self.shared.pool.acquire().await?);
            tried += 1;
            match snapshot.ask(asked).await {
                Err(StoreError::Sql(error))
                    if trouble::is_of_the_connection(&error) && tried <= CONNECTIONS => {}
                answers => return answers.map(|answers| (snapshot, answers)),
            }
        }
    }

    fn notes(&self) -> MutexGuard<'_, Notes> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Notes {
    fn ask(&mut self, question: Statement) -> Result<(), StoreError> {
        let written = question.written()?;
        if self.asked.iter().all(|it| it.written != written) {
            let bound = question.holds_words().then_some(question);
            self.asked.push(Asked { written, bound });
        }
        Ok(())
    }

    /// Nearly every screen wants the board itself, and many cannot go on without: it comes with the first answers.
    fn ask_ahead(&mut self) -> Result<(), StoreError> {
        self.ask(sql(Board::TABLE.select("1 = 1", Engine::Shared)))
    }
}

/// A connection that sees one moment of the board, from its first question on.
#[derive(Debug)]
struct Snapshot {
    connection: Option<PoolConnection<Postgres>>,
    begun: bool,
}

impl Snapshot {
    fn new(connection: PoolConnection<Postgres>) -> Self {
        Self { connection: Some(connection), begun: false }
    }

    /// The rows of each question, in their order: those that hold no words in one message.
    async fn ask(&mut self, asked: &[Asked]) -> Result<Vec<Rows>, StoreError> {
        let connection: &mut PgConnection = self.connection.as_mut().ok_or(sqlx::Error::PoolClosed)?;
        let begin = (!self.begun).then_some(READ);
        let without_words = asked.iter().filter(|it| it.bound.is_none()).map(|it| it.written.as_str());
        let message: Vec<&str> = begin.into_iter().chain(without_words).collect();
        let mut answers = rows_of_each(connection, message.join(";")).await?.into_iter();
        if begin.is_some() {
            answers.next();
        }
        self.begun = true;
        let mut all = vec![];
        for question in asked {
            all.push(match question.bound.clone() {
                Some(bound) => in_time(SILENCE, bound.rows_of_shared(connection)).await?,
                None => answers.next().unwrap_or_default(),
            });
        }
        Ok(all)
    }
}

/// The rows of each of several statements.
async fn rows_of_each(connection: &mut PgConnection, statements: String) -> Result<Vec<Rows>, StoreError> {
    let (mut answers, mut rows) = (vec![], vec![]);
    if statements.is_empty() {
        return Ok(answers);
    }
    let mut told = sqlx::raw_sql(AssertSqlSafe(statements)).fetch_many(connection);
    while let Some(next) = in_time(SILENCE, told.try_next()).await? {
        match next {
            Either::Left(_) => answers.push(take(&mut rows)),
            Either::Right(row) => rows.push(row),
        }
    }
    Ok(answers)
}

impl Drop for Snapshot {
    /// Nobody waits for the end of it.
    fn drop(&mut self) {
        let (Some(mut connection), Ok(runtime)) = (self.connection.take(), Handle::try_current()) else {
            return;
        };
        runtime.spawn(async move {
            if sqlx::raw_sql("ROLLBACK").execute(&mut *connection).await.is_err() {
                // One that would be in the middle of something must not serve the next; it may be gone already.
                let _ = connection.close().await;
            }
        });
    }
}
