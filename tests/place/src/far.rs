//! A server as somebody far away has it: each question takes longer, and the questions are counted. And an address that
//! moves from one server to another, as a council's does when the first one fails.

use std::{
    io::Result,
    sync::{
        Arc,
        atomic::{AtomicU16, AtomicU64, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, copy},
    net::{TcpListener, TcpStream},
};

/// Between a board and its server.
#[derive(Debug)]
pub struct Far {
    /// On loopback, in place of the server's own.
    pub port: u16,
    questions: Arc<AtomicU64>,
    server: Arc<AtomicU16>,
}

impl Far {
    /// Before the server on loopback at `port`; each question takes `delay` more.
    ///
    /// # Errors
    /// When no port is free.
    pub async fn before(port: u16, delay: Duration) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let far = Self {
            port: listener.local_addr()?.port(),
            questions: Arc::default(),
            server: Arc::new(AtomicU16::new(port)),
        };
        let (questions, server) = (Arc::clone(&far.questions), Arc::clone(&far.server));
        tokio::spawn(async move {
            while let Ok((here, _)) = listener.accept().await {
                let port = server.load(Ordering::Relaxed);
                if let Ok(there) = TcpStream::connect(("127.0.0.1", port)).await {
                    pass(here, there, delay, Arc::clone(&questions));
                }
            }
        });
        Ok(far)
    }

    /// Whoever comes from now on comes to the server at this port.
    pub fn moves_to(&self, port: u16) {
        self.server.store(port, Ordering::Relaxed);
    }

    /// How often somebody waited for the server since this was last read.
    pub fn asked(&self) -> u64 {
        self.questions.swap(0, Ordering::Relaxed)
    }
}

/// The message that ends a reading, and the one with which the driver looks whether a connection is still there before it
/// puts it back: Query and Sync (PostgreSQL, 55.7, Message Formats). Nobody waits for the answers.
const AFTERWARDS: [&[u8]; 2] = [b"Q\0\0\0\x0dROLLBACK\0", b"S\0\0\0\x04"];

fn pass(here: TcpStream, there: TcpStream, delay: Duration, questions: Arc<AtomicU64>) {
    // Small messages go at once, as the driver's do.
    let quick = here.set_nodelay(true).and(there.set_nodelay(true));
    let ((mut asks, mut hears), (mut answers, mut takes)) = (here.into_split(), there.into_split());
    tokio::spawn(async move {
        let mut question = vec![0; 1 << 16];
        while let Ok(length @ 1..) = asks.read(&mut question).await {
            let asked = question.get(..length).unwrap_or_default();
            if !AFTERWARDS.contains(&asked) {
                questions.fetch_add(1, Ordering::Relaxed);
            }
            tokio::time::sleep(delay).await;
            if takes.write_all(asked).await.is_err() {
                break;
            }
        }
        quick
    });
    tokio::spawn(async move { copy(&mut answers, &mut hears).await });
}
