using System.CommandLine;
using System.Globalization;
using Modelwright.Cli.Options;
using Modelwright.Core.Errors;
using Modelwright.Monitoring.Alerts;
using Modelwright.Server.Watching;

namespace Modelwright.Cli.Verbs.Serving;

/// <summary>The options of 'serve' that speak of monitoring.</summary>
internal sealed class MonitoringEntries
{
    private readonly Option<bool> _monitor = Entry.Flag("--monitor", "Judges the requests in the log of --log window by window: faults in data, drift, performance. Default: they are kept alone.");
    private readonly Option<string[]> _references = Entry.Texts("--monitor-reference", "NAME=FILE", "Honest rows of a model that training did not see, with labels, or a file of 'monitor --write-reference'; of the only model as FILE alone.");
    private readonly Option<string?> _rows = Entry.Text("--monitor-rows", "N", "Rows of a window. Default: 1000.");
    private readonly Option<string?> _window = Entry.Text("--monitor-window", "TIME", "Cuts windows of this length instead, such as 1h or 7d.");
    private readonly Option<string?> _matters = Entry.Text("--matters", "SHARE", "The loss of the main metric that is an alarm, as a share of it. Default: 0.025.");
    private readonly Option<string?> _webhook = Entry.Text("--webhook", "URL", "Posts the document of each window with an alarm to this https address.");

    /// <summary>Adds them to a verb.</summary>
    internal void AddTo(Command verb)
    {
        foreach (var option in new Option[] { _monitor, _references, _rows, _window, _matters, _webhook })
        {
            verb.Options.Add(option);
        }
    }

    /// <summary>How the log is watched; null where it is not.</summary>
    /// <param name="call">The call.</param>
    /// <param name="reader">Gets what is wrong.</param>
    /// <param name="served">The names that models are served under.</param>
    /// <param name="time">The clock.</param>
    internal MonitoringOptions? Read(ParseResult call, CallReader reader, IReadOnlyList<string> served, TimeProvider time)
    {
        var told = new MonitoringOptions();
        var read = told with
        {
            References = reader.Read(() => NamedFiles.Read(_references.Name, call.GetValue(_references) ?? [], served)) ?? told.References,
            WindowRows = reader.Read(call.GetValue(_rows), text => Whole.Parse(text, _rows.Name, minimum: 1)) ?? told.WindowRows,
            WindowTime = reader.Read(call.GetValue(_window), text => Durations.Parse(text, _window.Name)),
            Judging = told.Judging with { MatteringShare = reader.Read(call.GetValue(_matters), ShareOf) ?? told.Judging.MatteringShare },
            Alerts = call.GetValue(_webhook) is { } address && reader.Read(() => Channel(address, time)) is { } channel ? [channel] : [],
        };
        string[] given = [.. new Option<string?>[] { _rows, _window, _matters, _webhook }.Where(option => call.GetValue(option) is not null).Select(option => option.Name), .. call.GetValue(_references) is { Length: > 0 } ? (string[])[_references.Name] : []];
        return call.GetValue(_monitor) ? read
            : given.Length == 0 ? null
            : reader.Read<MonitoringOptions?>(() => throw new OptionsException($"--monitor is missing: {string.Join(" and ", given)} {(given.Length == 1 ? "has" : "have")} no use without it."));
    }

    private static double ShareOf(string text) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is > 0 and < 1
        ? share
        : throw new OptionsException($"--matters must be above 0 and below 1. Got '{text}'. 0.025 is the default: 0.80 that becomes 0.78.");

    // The address may be a secret, so it is never said again.
    private static IAlertChannel Channel(string address, TimeProvider time) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        ? AlertChannels.Webhook(uri, time)
        : throw new OptionsException("--webhook is not an address. Write it whole, such as https://example.com/hooks/models.");
}
