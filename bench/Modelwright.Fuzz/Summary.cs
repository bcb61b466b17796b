using System.Diagnostics;
using System.Text.Json;

namespace Modelwright.Fuzz;

/// <summary>What a run found.</summary>
internal sealed class Summary(string target, int seed, long first)
{
    private const int MostShapes = 1000;
    private readonly Dictionary<string, (long Count, long First)> _shapes = new(StringComparer.Ordinal);
    private readonly Dictionary<Outcome, long> _outcomes = [];
    private (double Milliseconds, long Number) _slowest;
    private (long Bytes, long Number) _largest;
    private long _cases;
    private long _inputBytes;

    /// <summary>Cases that are defects.</summary>
    internal long Failures => _outcomes.GetValueOrDefault(Outcome.Failure);

    /// <summary>Cases answered.</summary>
    internal long Answers => _outcomes.GetValueOrDefault(Outcome.Answer);

    /// <summary>Cases refused.</summary>
    internal long Refusals => _outcomes.GetValueOrDefault(Outcome.Refusal);

    /// <summary>The first texts of defects, each once.</summary>
    internal IEnumerable<string> FailureShapes => _shapes.Keys.Where(shape => shape.StartsWith(nameof(Outcome.Failure), StringComparison.Ordinal));

    /// <summary>Adds a case.</summary>
    /// <returns>Whether it is the first of its shape.</returns>
    internal bool Add(Verdict verdict, long number, int length, double milliseconds, long allocated)
    {
        _cases++;
        _inputBytes += length;
        _outcomes[verdict.Outcome] = _outcomes.GetValueOrDefault(verdict.Outcome) + 1;
        _slowest = milliseconds > _slowest.Milliseconds ? (milliseconds, number) : _slowest;
        _largest = allocated > _largest.Bytes ? (allocated, number) : _largest;
        var shape = $"{verdict.Outcome}: {verdict.Shape}";
        var isNew = !_shapes.TryGetValue(shape, out var known);
        if (!isNew || _shapes.Count < MostShapes)
        {
            _shapes[shape] = isNew ? (1, number) : (known.Count + 1, known.First);
        }

        return isNew;
    }

    /// <summary>Writes the summary as one JSON object.</summary>
    internal void Write(Utf8JsonWriter writer, TimeSpan took)
    {
        using var process = Process.GetCurrentProcess();
        writer.WriteStartObject();
        writer.WriteString("target", target);
        writer.WriteNumber("seed", seed);
        writer.WriteNumber("first", first);
        writer.WriteNumber("cases", _cases);
        writer.WriteNumber("answers", Answers);
        writer.WriteNumber("refusals", Refusals);
        writer.WriteNumber("failures", Failures);
        writer.WriteNumber("seconds", Math.Round(took.TotalSeconds, 1));
        writer.WriteNumber("mean_input_bytes", _cases == 0 ? 0 : _inputBytes / _cases);
        writer.WriteNumber("slowest_milliseconds", Math.Round(_slowest.Milliseconds, 1));
        writer.WriteNumber("slowest_case", _slowest.Number);
        writer.WriteNumber("most_allocated_bytes", _largest.Bytes);
        writer.WriteNumber("most_allocated_case", _largest.Number);
        writer.WriteNumber("peak_working_set_bytes", process.PeakWorkingSet64);
        writer.WriteStartObject("shapes");
        foreach (var (shape, (count, _)) in _shapes.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WriteNumber(shape, count);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
