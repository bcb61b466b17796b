using System.Text.Json;
using Modelwright.Core.Errors;

namespace Modelwright.Recording.Runs;

/// <summary>A finished plan with what is known of the model it gave, so that both can be held against a repeat.</summary>
/// <param name="Plan">The finished plan.</param>
/// <param name="ModelId">The id of the model.</param>
public sealed record FinishedRun(TrainingPlan Plan, string ModelId)
{
    /// <summary>SHA-256 of what was read; null where it is not known.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Rows that were read; null where it is not known.</summary>
    public int? Rows { get; init; }

    /// <summary>Rows left out so that the run kept within its memory.</summary>
    public int LeftOutForMemory { get; init; }

    /// <summary>What made the model; null where it is not known.</summary>
    public EvidenceMachine? Machine { get; init; }

    /// <summary>What a package or a record says.</summary>
    /// <param name="planJson">The finished plan as JSON.</param>
    /// <param name="evidenceJson">The evidence as JSON, of this release or another; what it does not say is not known.</param>
    /// <param name="modelId">The id of the model.</param>
    /// <param name="name">Where they come from, for the error's text.</param>
    /// <exception cref="OptionsException">The plan cannot be read.</exception>
    public static FinishedRun From(string planJson, string evidenceJson, string modelId, string name)
    {
        var finished = new FinishedRun(Documents.ReadPlan(planJson, $"plan.json of {name}"), modelId);
        try
        {
            using var evidence = JsonDocument.Parse(evidenceJson);
            return evidence.RootElement.ValueKind == JsonValueKind.Object ? finished.With(evidence.RootElement) : finished;
        }
        catch (JsonException)
        {
            return finished;
        }
    }

    /// <summary>A recorded run.</summary>
    /// <param name="run">The run.</param>
    /// <exception cref="OptionsException">It has no model, or its plan cannot be read.</exception>
    public static FinishedRun Of(RecordedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run is { PlanJson: { } plan, Summary.ModelId: { } id }
            ? From(plan, run.EvidenceJson ?? "{}", id, $"run '{run.Summary.Id}'")
            : throw new OptionsException($"Run '{run.Summary.Id}' has no model, so there is nothing to repeat. Name a run that is done: 'modelwright runs' lists them.");
    }

    /// <summary>Why another model may have come out, each a sentence with what to do.</summary>
    internal IEnumerable<string> Differences(string? fingerprint, int rows, int shipped)
    {
        string[] known = [.. OfRows(fingerprint, rows, shipped), .. OfMachines(EvidenceMachine.This)];
        return known.Length > 0
            ? known
            : ["Rows, release, system and architecture are the same, so the reason cannot be told from here: native libraries may differ, or the first run had other options of reading, --test-rows or --memory."];
    }

    private IEnumerable<string> OfRows(string? fingerprint, int rows, int shipped)
    {
        if (Fingerprint is { } first && fingerprint is { } now && first != now)
        {
            yield return $"Other data was read: the model was made from what has the sha256 {first}, and this has {now}. Bring the same data.";
        }

        if (Rows is { } count && count != rows)
        {
            yield return FormattableString.Invariant($"The first run read {count} rows, and this one {rows}.");
        }
        else if (Plan.Decision is { } decision && decision.Rows != shipped)
        {
            yield return FormattableString.Invariant($"The model was made from {decision.Rows} rows, and this one from {shipped}. Give --test-rows as in the first run, if it had them.");
        }

        if (LeftOutForMemory > 0)
        {
            yield return FormattableString.Invariant($"The first run left {LeftOutForMemory} rows out for memory. Give the same --memory.");
        }
    }

    private IEnumerable<string> OfMachines(EvidenceMachine now)
    {
        if (Machine is not { } first)
        {
            yield return "What made the model is not recorded in it, so another release, system or architecture may be the reason.";
            yield break;
        }

        foreach (var (name, one, other) in new[] { ("release", first.Release, now.Release), ("system", first.System, now.System), ("architecture", first.Architecture, now.Architecture) })
        {
            if (one != other)
            {
                yield return $"The {name} is another: '{one}' made the model, and this is '{other}'. Repeat it there.";
            }
        }
    }

    private FinishedRun With(JsonElement evidence) => this with
    {
        Fingerprint = Text(evidence, "fingerprint"),
        Rows = Member(evidence, "rows") is { } rows ? Number(rows, "read") : null,
        LeftOutForMemory = Member(evidence, "rows") is { } counts ? Number(counts, "left_out_for_memory") ?? 0 : 0,
        Machine = Member(evidence, "machine") is { } machine ? new(Text(machine, "release") ?? "unknown", Text(machine, "system") ?? "unknown", Text(machine, "architecture") ?? "unknown") : null,
    };

    private static JsonElement? Member(JsonElement of, string name) => of.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object ? member : null;

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static int? Number(JsonElement of, string name) => of.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var whole) ? whole : null;
}
