using System.CommandLine;
using Modelwright.Cli.Hosting;
using Modelwright.Cli.Options;
using Modelwright.Core.Errors;
using Modelwright.Server.Retraining;
using Modelwright.Stress.Gates;

namespace Modelwright.Cli.Verbs.Serving;

/// <summary>The options of 'serve' that speak of retraining.</summary>
/// <param name="host">Makes the learners, where a call retrains.</param>
internal sealed class RetrainingEntries(Host host)
{
    private readonly Option<bool> _retrain = Entry.Flag("--retrain", "Trains models of the registry again on labelled requests of --log, when an alarm of --monitor or a manager asks; the gate decides. Default: never.");
    private readonly Option<string?> _schedule = Entry.Text("--retrain-schedule", "CRON", "And by the clock, in UTC, as seconds minutes hours day month weekday: '0 0 3 * * ?' is every night at three.");
    private readonly Option<string?> _labelled = Entry.Text("--retrain-labelled", "N", "And whenever so many rows have new labels.");
    private readonly Option<string?> _fewest = Entry.Text("--retrain-fewest", "N", "New labelled rows without which nothing is trained by itself. Default: 200.");
    private readonly Option<string?> _cooldown = Entry.Text("--retrain-cooldown", "TIME", "The least time between two trainings that nobody asked for, such as 6h. Default: none.");
    private readonly Option<string[]> _data = Entry.Texts("--retrain-data", "NAME=FILE", "Labelled rows of a model beside those of the log, and older; of the only model as FILE alone.");
    private readonly Option<bool> _search = Entry.Flag("--retrain-search", "Searches anew within the budget. Without it the recipe of the champion is fitted again.");
    private readonly Option<string?> _budget = Entry.Text("--retrain-budget", "TIME", "Time of the search, as 60s, 5m or 1h. Default: 60s.");
    private readonly Option<string?> _margin = Entry.Text("--retrain-margin", "LOSS", "Promotes a challenger that is proven worse by no more than so much of the loss of a row. Default: it must be better.");
    private readonly Option<string?> _gate = Entry.Text("--retrain-gate", "FILE", "Bounds that a challenger must keep under strain, as 'retrain --gate' takes them. Default: the usual ones.");

    /// <summary>Adds them to a verb.</summary>
    internal void AddTo(Command verb)
    {
        foreach (var option in new Option[] { _retrain, _schedule, _labelled, _fewest, _cooldown, _data, _search, _budget, _margin, _gate })
        {
            verb.Options.Add(option);
        }
    }

    /// <summary>How models are trained again; null where they are not.</summary>
    /// <param name="call">The call.</param>
    /// <param name="reader">Gets what is wrong.</param>
    /// <param name="served">The names that models are served under.</param>
    internal RetrainingOptions? Read(ParseResult call, CallReader reader, IReadOnlyList<string> served)
    {
        if (!call.GetValue(_retrain))
        {
            return Without(call, reader);
        }

        var told = new RetrainingOptions { Learners = host.Learners() };
        return told with
        {
            Policy = told.Policy with
            {
                Schedule = call.GetValue(_schedule),
                EveryLabelled = reader.Read(call.GetValue(_labelled), text => Whole.Parse(text, _labelled.Name, minimum: 1)),
                FewestLabelled = reader.Read(call.GetValue(_fewest), text => Whole.Parse(text, _fewest.Name, minimum: 1)) ?? told.Policy.FewestLabelled,
                Cooldown = reader.Read(call.GetValue(_cooldown), text => Durations.Parse(text, _cooldown.Name)) ?? told.Policy.Cooldown,
            },
            Data = reader.Read(() => NamedFiles.Read(_data.Name, call.GetValue(_data) ?? [], served)) ?? told.Data,
            Search = call.GetValue(_search),
            Budget = reader.Read(call.GetValue(_budget), text => Durations.Parse(text, _budget.Name)),
            Margin = reader.Read(call.GetValue(_margin), text => Share.Parse(text, _margin.Name, 0, double.MaxValue)),
            Gate = call.GetValue(_gate) is { } file ? reader.Read(() => GateFile.Read(file)) : null,
        };
    }

    private RetrainingOptions? Without(ParseResult call, CallReader reader)
    {
        string[] given =
        [
            .. new Option<string?>[] { _schedule, _labelled, _fewest, _cooldown, _budget, _margin, _gate }.Where(option => call.GetValue(option) is not null).Select(option => option.Name),
            .. call.GetValue(_data) is { Length: > 0 } ? (string[])[_data.Name] : [],
            .. call.GetValue(_search) ? (string[])[_search.Name] : [],
        ];
        return given.Length == 0 ? null : reader.Read<RetrainingOptions?>(() => throw new OptionsException($"--retrain is missing: {string.Join(" and ", given)} {(given.Length == 1 ? "has" : "have")} no use without it."));
    }
}
