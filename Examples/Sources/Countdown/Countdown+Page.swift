extension Countdown {
    /// What a browser shows: it asks for the events at its own address, and shows each as it comes.
    ///
    /// A browser asks again when events end, unless it is told not to: with the launch it is enough.
    static let page = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Countdown</title>
        <style>output { display: grid; place-items: center; height: 90vh; font: 20vmin sans-serif }</style>
        <output>…</output>
        <script>
          const output = document.querySelector("output")
          const events = new EventSource(location.search || "?from=10")
          events.addEventListener("count", event => { output.value = event.data })
          events.addEventListener("launch", event => {
            output.value = event.data
            events.close()
          })
          events.onerror = () => {
            output.value = "The line is dead."
            events.close()
          }
        </script>
        </html>

        """
}
