//! A server as somebody far away has it: each question takes longer, and the questions are counted.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, copy},
    net::{TcpListener, TcpStream},
};

use super::Outcome;

pub struct Far {
    pub port: u16,
    questions: Arc<AtomicU64>,
}

impl Far {
    /// Before the server on loopback at `port`; each question takes `delay` more.
    pub async fn before(port: u16, delay: Duration) -> Outcome<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let far = Self { port: listener.local_addr()?.port(), questions: Arc::default() };
        let questions = Arc::clone(&far.questions);
        tokio::spawn(async move {
            while let Ok((here, _)) = listener.accept().await {
                if let Ok(there) = TcpStream::connect(("127.0.0.1", port)).await {
                    pass(here, there, delay, Arc::clone(&questions));
                }
            }
        });
        Ok(far)
    }

    /// How often the server was asked since this was last read.
    pub fn asked(&self) -> u64 {
        self.questions.swap(0, Ordering::Relaxed)
    }
}

fn pass(here: TcpStream, there: TcpStream, delay: Duration, questions: Arc<AtomicU64>) {
    // Small messages go at once, as the driver's do.
    let quick = here.set_nodelay(true).and(there.set_nodelay(true));
    let ((mut asks, mut hears), (mut answers, mut takes)) = (here.into_split(), there.into_split());
    tokio::spawn(async move {
        let mut question = vec![0; 1 << 16];
        while let Ok(length @ 1..) = asks.read(&mut question).await {
            questions.fetch_add(1, Ordering::Relaxed);
            tokio::time::sleep(delay).await;
            if takes.write_all(question.get(..length).unwrap_or_default()).await.is_err() {
                break;
            }
        }
        quick
    });
    tokio::spawn(async move { copy(&mut answers, &mut hears).await });
}
