using System.Globalization;
using System.Text.Json;
using Modelwright.Core.Errors;
using Modelwright.Recording;

namespace Modelwright.Stress.Gates;

/// <summary>Reads and writes gate.json.</summary>
public static class GateFile
{
    private const long MostBytes = 1 << 20;
    private const int MostRules = 1000;
    private const string Form = """Write {"format": 1, "rules": [{"figure": "stress.missing_values.column", "at_most": 0.3}]}; --write-gate FILE writes the usual one.""";

    /// <summary>Reads a gate.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The gate.</returns>
    /// <exception cref="OptionsException">It is absent, or no gate; the text lists all faults.</exception>
    public static Gate Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            throw new OptionsException($"--gate: the file '{path}' was not found. Check the path.");
        }

        if (new FileInfo(path).Length > MostBytes)
        {
            throw new OptionsException(string.Create(CultureInfo.InvariantCulture, $"--gate: '{path}' has more than {MostBytes} bytes, too many for a gate. {Form}"));
        }

        try
        {
            var gate = JsonSerializer.Deserialize<Gate>(File.ReadAllBytes(path), Documents.Options) ?? throw new JsonException("The document is empty.");
            string[] faults = [.. Faults(gate).Select(fault => $"--gate: '{path}': {fault} {Form}")];
            return faults.Length == 0 ? gate : throw new OptionsException(string.Join('\n', faults));
        }
        catch (JsonException fault)
        {
            throw new OptionsException($"--gate: '{path}', line {(fault.LineNumber ?? 0) + 1}: this is not a gate: {Documents.Say(fault, "a gate")} {Form}", fault);
        }
    }

    /// <summary>Writes a gate, beside its place first so that there is never half of it.</summary>
    /// <param name="path">The file; one of this name is replaced.</param>
    /// <param name="gate">The gate.</param>
    /// <exception cref="OptionsException">The folder does not exist.</exception>
    public static void Write(string path, Gate gate)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(gate);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
        {
            throw new OptionsException($"--write-gate: the folder '{folder}' does not exist. Make it, or choose another path.");
        }

        RunFolder.Write(folder, Path.GetFileName(path), Documents.Write(gate));
    }

    private static IEnumerable<string> Faults(Gate gate)
    {
        if (gate.Format != 1)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"gate format {gate.Format} is not known; this release reads format 1.");
        }

        if (gate.Rules.Count is 0 or > MostRules)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"it has {gate.Rules.Count} rules, where 1 to {MostRules} are read.");
        }

        foreach (var rule in gate.Rules.Take(MostRules))
        {
            if (rule is { AtMost: null, AtLeast: null })
            {
                yield return $"the rule for '{rule.Figure}' sets neither at_most nor at_least.";
            }
            else if (rule.AtMost < rule.AtLeast || rule is { AtMost: { } most } && !double.IsFinite(most) || rule is { AtLeast: { } least } && !double.IsFinite(least))
            {
                yield return $"no figure keeps the bounds of the rule for '{rule.Figure}'.";
            }
        }
    }
}
