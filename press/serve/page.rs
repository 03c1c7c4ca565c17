//! Requests: files of the book, and the events that make a page reload.

use std::convert::Infallible;
use std::path::Path;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{RawQuery, Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream::{Stream, unfold};
use tokio::sync::watch::Receiver;
use tower_http::services::{ServeDir, ServeFile};

use super::Status;

/// Answers every request for the book in the directory `book`.
pub(super) fn router(book: &Path, status: Receiver<Status>) -> Router {
    let files =
        ServeDir::new(book).not_found_service(ServeFile::new(book.join("404.html")));
    Router::new()
        .route("/__reload", get(events))
        .fallback_service(files)
        .layer(from_fn_with_state(status.clone(), prepare))
        .with_state(status)
}

/// Keeps browsers from storing anything, and adds the reload script to pages on their way out: the files stay as built.
async fn prepare(
    State(status): State<Receiver<Status>>,
    mut request: Request,
    next: Next,
) -> Response {
    // The length of a page depends on the script, so it is made even where only its headers are asked for.
    let head_only = request.method() == Method::HEAD;
    if head_only {
        *request.method_mut() = Method::GET;
    }
    let build = status.borrow().build;
    let mut response = next.run(request).await;
    if is_whole_page(&response) {
        let (mut parts, body) = response.into_parts();
        let Ok(page) = to_bytes(body, usize::MAX).await else {
            return (StatusCode::INTERNAL_SERVER_ERROR, "The page could not be read.")
                .into_response();
        };
        let page = with_script(&String::from_utf8_lossy(&page), build);
        parts.headers.insert(header::CONTENT_LENGTH, page.len().into());
        response = Response::from_parts(parts, Body::from(page));
    }
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if head_only {
        *response.body_mut() = Body::empty();
    }
    response
}

fn is_whole_page(response: &Response) -> bool {
    let content_type = response.headers().get(header::CONTENT_TYPE);
    let is_html =
        content_type.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    is_html && response.status() != StatusCode::PARTIAL_CONTENT
}

/// The page with the script that listens for the events of [`events`].
fn with_script(page: &str, build: u64) -> String {
    let script = include_str!("reload.js").replace("BUILD", &build.to_string());
    let end = page.rfind("</body>").unwrap_or(page.len());
    format!("{}<script>{script}</script>{}", &page[..end], &page[end..])
}

/// `reload` when the book is not the build that the page came from, `failed` when it could not be built.
async fn events(
    State(mut status): State<Receiver<Status>>,
    RawQuery(query): RawQuery,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    // What changed between sending the page and this request counts as news.
    status.mark_changed();
    let stream = unfold((status, query), |(mut status, query)| async {
        loop {
            status.changed().await.ok()?;
            let Status { build, failed } = *status.borrow_and_update();
            let name = if query.as_deref() != Some(&format!("build={build}")) {
                "reload"
            } else if failed {
                "failed"
            } else {
                continue;
            };
            // A browser ignores events without data.
            return Some((Ok(Event::default().event(name).data(name)), (status, query)));
        }
    });
    Sse::new(stream).keep_alive(KeepAlive::default())
}
