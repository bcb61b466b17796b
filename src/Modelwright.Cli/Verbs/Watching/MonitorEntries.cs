using System.CommandLine;
using System.Globalization;
using Modelwright.Cli.Options;
using Modelwright.Core.Errors;
using Modelwright.Monitoring;
using Modelwright.Monitoring.Alerts;

namespace Modelwright.Cli.Verbs.Watching;

/// <summary>The options of 'monitor' that are its own.</summary>
internal sealed class MonitorEntries
{
    private readonly Option<string?> _current = Entry.Text("--current", "FILE", "The rows to judge, as they came; with the target's column where labels are known, for all rows or some.");
    private readonly Option<string?> _reference = Entry.Text("--reference", "FILE", "Honest rows that training did not see, with labels; or a file of --write-reference. Without it the statistics in the package stand in.");
    private readonly Option<string?> _write = Entry.Text("--write-reference", "FILE", "Keeps what was learned of the reference: figures and no row.");
    private readonly Option<bool> _labels = Entry.Flag("--labels", "Refuses rows without the target's column instead of estimating alone.");
    private readonly Option<string?> _rows = Entry.Text("--rows", "N", "Cuts the rows into windows of so many. Default: one window.");
    private readonly Option<string?> _window = Entry.Text("--window", "TIME", "Cuts the rows into windows of this length, such as 7d or 12h.");
    private readonly Option<string?> _time = Entry.Text("--time", "COLUMN", "The column that says when a row came. Default: the one with the role time.");
    private readonly Option<string?> _share = Entry.Text("--matters", "SHARE", "The loss of the main metric that is an alarm, as a share of it. Default: 0.025, as in 0.80 that becomes 0.78.");
    private readonly Option<string?> _page = Entry.Text("--report", "FILE", "Writes a page as one HTML file.");
    private readonly Option<string?> _webhook = Entry.Text("--webhook", "URL", "Posts the document of each window with an alarm to this https address.");
    private readonly Option<string?> _seed = Entry.Text("--seed", "N", "Chance; the same seed gives the same answer. Default: 0.");

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (var option in (Option[])[_current, _reference, _write, _labels, _rows, _window, _time, _share, _page, _webhook, _seed])
        {
            verb.Options.Add(option);
        }
    }

    /// <summary>What a call says.</summary>
    public MonitorRequest Read(ParseResult call, CallReader reader, TimeProvider time)
    {
        var request = new MonitorRequest
        {
            Current = call.GetValue(_current),
            Reference = call.GetValue(_reference),
            WriteReference = call.GetValue(_write),
            NeedsLabels = call.GetValue(_labels),
            Rows = reader.Read(call.GetValue(_rows), text => Whole.Parse(text, "--rows", minimum: 1)),
            Window = reader.Read(call.GetValue(_window), text => Durations.Parse(text, "--window")),
            Time = call.GetValue(_time),
            Page = call.GetValue(_page),
            Webhook = call.GetValue(_webhook) is { } address ? reader.Read(() => Channel(address, time)) : null,
            Told = new MonitorOptions
            {
                MatteringShare = reader.Read(call.GetValue(_share), ShareOf) ?? new MonitorOptions().MatteringShare,
                Seed = reader.Read(call.GetValue(_seed), text => Whole.Parse(text, "--seed", minimum: 0)) ?? 0,
            },
        };
        return reader.Read(() => Sound(request)) ?? request;
    }

    private static MonitorRequest Sound(MonitorRequest request)
    {
        string[] faults =
        [
            .. request.Current is null ? (string[])[$"--current is missing: modelwright {MonitorVerb.Usage}"] : [],
            .. request is { Rows: not null, Window: not null } ? (string[])["--rows and --window both cut the rows. Give one of them."] : [],
            .. request is { Time: not null, Window: null } ? (string[])["--time has no use without --window. Give a length such as --window 7d, or leave --time out."] : [],
        ];
        return faults.Length == 0 ? request : throw new OptionsException(string.Join('\n', faults));
    }

    private static double ShareOf(string text) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is > 0 and < 1
        ? share
        : throw new OptionsException($"--matters must be above 0 and below 1. Got '{text}'. 0.025 is the default: 0.80 that becomes 0.78.");

    // The address may be a secret, so it is never said again.
    private static IAlertChannel Channel(string address, TimeProvider time) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        ? AlertChannels.Webhook(uri, time)
        : throw new OptionsException("--webhook is not an address. Write it whole, such as https://example.com/hooks/models.");
}
