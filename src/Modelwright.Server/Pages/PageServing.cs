using Microsoft.Extensions.Logging;
using Modelwright.Core.Errors;
using Modelwright.Explain;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;
using Modelwright.Server.Faults;
using Modelwright.Server.Measuring;
using Modelwright.Server.Rows;
using Modelwright.Server.Traffic;
using Modelwright.Studio.Serving;

namespace Modelwright.Server.Pages;

/// <summary>What the pages ask of the server. Rows are read as those of requests are, so that a value means the same.</summary>
internal sealed class PageServing(ServerOptions options, ServedModels models, TrafficWatch watch, ILogger<PageServing> logger) : IServing
{
    /// <inheritdoc/>
    public IReadOnlyList<ServedModelView> Models => [.. models.All.Select(View)];

    /// <inheritdoc/>
    public TrafficView Traffic() => watch.View();

    /// <inheritdoc/>
    public TriedRow Try(string model, string version, IReadOnlyDictionary<string, string> cells, CancellationToken cancellation)
    {
        var asked = Served(model).State.Find(version) ?? throw new OptionsException($"Model '{model}' has no version '{version}' any more. Choose another on its page.");
        var (rows, faults) = (new ServedRows(asked.Layout), new FaultList());
        var setter = new CellSetter(asked.Layout, rows, faults, options.Limits.TextLength);
        rows.AddRow();
        for (var column = 0; column < rows.Columns.Count; column++)
        {
            setter.SetText(cells.TryGetValue(rows.Columns[column].Name, out var text) && text.Length > 0 ? text : null, column, 0);
        }

        if (faults.Count > 0)
        {
            return new() { Faults = faults.Told.GroupBy(fault => fault.Column ?? "", StringComparer.Ordinal).ToDictionary(group => group.Key, Say, StringComparer.Ordinal) };
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Limits.RequestTime);
        try
        {
            var table = rows.ToTable();
            return Explained(asked, new() { Answer = asked.Predictor.Predict(table, threads: 1, limit.Token)[0] }, table, limit.Token);
        }
        catch (ModelwrightException cause)
        {
            return new() { Fault = cause.Message };
        }
    }

    /// <inheritdoc/>
    public string Load(string model, Package package, string who)
    {
#pragma warning disable CA2000 // the version answers by it, also requests that began before it was let go
        var version = Add(model, new(package));
#pragma warning restore CA2000
        ServerLog.VersionLoaded(logger, model, version, package.ModelId);
        return version;
    }

    /// <inheritdoc/>
    public void Route(string model, string version, string who)
    {
        var served = Served(model);
        var split = served.Split;
        var isChallenger = split.Challenger == version;
        served.Route(split with
        {
            Champion = version,
            Challenger = isChallenger ? null : split.Challenger,
            ChallengerShare = isChallenger ? 0 : split.ChallengerShare,
            Shadow = split.Shadow == version ? null : split.Shadow,
        });
        ServerLog.TrafficChanged(logger, model, served.Split, who);
    }

    /// <inheritdoc/>
    public void Rollback(string model, string who)
    {
        var served = Served(model);
        served.Rollback();
        ServerLog.TrafficChanged(logger, model, served.Split, who);
    }

    private string Add(string model, Predictor predictor)
    {
        var name = models.TryGet(model, out var served) ? PackageFeed.FreeName(served) : "1";
        var version = new ModelVersion(name, predictor, options.Time.GetUtcNow());
        if (served is null)
        {
            models.Add(model, version);
        }
        else
        {
            served.Add(version);
        }

        return name;
    }

    private static ServedModelView View(ServedModel model)
    {
        var state = model.State;
        return new(model.Name, [.. state.Versions.Select(version => new ServedVersionView(version.Version, version.Predictor.Package, version.LoadedAt, version.Layout.Columns))], state.Split.Champion)
        {
            Challenger = state.Split.Challenger,
            ChallengerShare = state.Split.ChallengerShare,
            Shadow = state.Split.Shadow,
            CanGoBack = state.Before is not null,
        };
    }

    private static string Say(IEnumerable<RequestFault> faults) => string.Join(' ', faults.Select(fault => $"{char.ToUpperInvariant(fault.Message[0])}{fault.Message[1..]} {fault.Remedy}"));

    // An answer without reasons is still an answer.
    private static TriedRow Explained(ModelVersion version, TriedRow tried, Core.Data.Table row, CancellationToken cancellation)
    {
        try
        {
            var explanations = version.Explainer.Explain(row, options: null, cancellation);
            var output = explanations.OutputOf(0);
            return tried with
            {
                Reasons = [.. Reasons.All(explanations, version.Predictor.Package, 0, output).OrderByDescending(reason => Math.Abs(reason.Contribution))],
                ReasonsOf = explanations.Outputs[output],
                Start = explanations.Base[output],
            };
        }
        catch (ModelwrightException cause)
        {
            return tried with { NoReasons = cause.Message };
        }
    }

    private ServedModel Served(string model) => models.TryGet(model, out var served)
        ? served
        : throw new OptionsException($"No model is served as '{model}' any more. Go back to the list of models.");
}
