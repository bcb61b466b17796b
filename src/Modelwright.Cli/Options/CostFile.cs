using System.Text.Json;
using Modelwright.Core.Errors;

namespace Modelwright.Cli.Options;

/// <summary>Reads the file behind --cost: {"costs": {"truth": {"answer": number}}}. Which classes there are is not known yet.</summary>
internal static class CostFile
{
    private const string Option = "--cost";
    private const long MostBytes = 1 << 20;
    private const int MostDepth = 8;
    private const int MostFaults = 20;
    private const string Form = """Write {"costs": {"yes": {"no": 50}, "no": {"yes": 5}}}: the true class, the answer, and what that costs.""";

    /// <summary>Reads the costs.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="OptionsException">It is absent, or holds no costs; the text lists all faults.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new OptionsException($"{Option}: the file '{path}' was not found. Check the path.");
        }

        if (new FileInfo(path).Length > MostBytes)
        {
            throw new OptionsException($"{Option}: '{path}' has more than {MostBytes} bytes, too many for costs. {Form}");
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new() { MaxDepth = MostDepth });
            return Costs(document.RootElement, path);
        }
        catch (JsonException fault)
        {
            throw new OptionsException($"{Option}: '{path}', line {(fault.LineNumber ?? 0) + 1} is not JSON. {Form}", fault);
        }
    }

    private static Dictionary<string, IReadOnlyDictionary<string, double>> Costs(JsonElement root, string path)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("costs", out var costs) || costs.ValueKind != JsonValueKind.Object)
        {
            throw new OptionsException($"{Option}: '{path}' must hold an object with the object 'costs'. {Form}");
        }

        var faults = new List<string>();
        faults.AddRange(root.EnumerateObject().Where(property => property.Name != "costs").Select(property => $"'{property.Name}' is no part of it"));
        var read = new Dictionary<string, IReadOnlyDictionary<string, double>>(StringComparer.Ordinal);
        foreach (var truth in costs.EnumerateObject())
        {
            if (!read.TryAdd(truth.Name, Answers(truth, faults)))
            {
                faults.Add($"the true class '{truth.Name}' stands there twice");
            }
        }

        var more = faults.Count > MostFaults ? $"\nand {faults.Count - MostFaults} more." : "";
        return faults.Count == 0 ? read : throw new OptionsException(string.Join('\n', faults.Take(MostFaults).Select(fault => $"{Option}: '{path}': {fault}. {Form}")) + more);
    }

    private static Dictionary<string, double> Answers(JsonProperty truth, List<string> faults)
    {
        var answers = new Dictionary<string, double>(StringComparer.Ordinal);
        if (truth.Value.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"the true class '{truth.Name}' holds no object of answers");
            return answers;
        }

        foreach (var answer in truth.Value.EnumerateObject())
        {
            if (answer.Value.ValueKind != JsonValueKind.Number || !double.IsFinite(answer.Value.GetDouble()))
            {
                faults.Add($"the cost of '{answer.Name}' where '{truth.Name}' is true is {answer.Value.GetRawText()}, not a finite number");
            }
            else if (!answers.TryAdd(answer.Name, answer.Value.GetDouble()))
            {
                faults.Add($"the answer '{answer.Name}' stands twice where '{truth.Name}' is true");
            }
        }

        return answers;
    }
}
