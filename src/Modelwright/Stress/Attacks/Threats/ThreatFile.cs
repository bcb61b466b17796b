using System.Globalization;
using System.Text.Json;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Recording;

namespace Modelwright.Stress.Attacks.Threats;

/// <summary>Reads and writes threat.json.</summary>
public static class ThreatFile
{
    private const long MostBytes = 1 << 24;
    private const int MostFaults = 100;
    private const string Form = """Write {"format": 1, "budget": 1, "columns": [{"name": "age", "direction": "up", "cost": 0.1}]}; --write-threat FILE writes a draft.""";

    /// <summary>Reads a threat.</summary>
    /// <param name="path">The file.</param>
    /// <param name="schema">The columns of the model that it is for.</param>
    /// <returns>The threat, sound for the schema.</returns>
    /// <exception cref="OptionsException">It is absent, or no threat to this model; the text lists all faults.</exception>
    public static Threat Read(string path, Schema schema)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(schema);
        if (!File.Exists(path))
        {
            throw new OptionsException($"--threat: the file '{path}' was not found. Check the path.");
        }

        if (new FileInfo(path).Length > MostBytes)
        {
            throw new OptionsException(string.Create(CultureInfo.InvariantCulture, $"--threat: '{path}' has more than {MostBytes} bytes, too many for a threat. {Form}"));
        }

        try
        {
            var threat = JsonSerializer.Deserialize<Threat>(File.ReadAllBytes(path), Documents.Options) ?? throw new JsonException("The document is empty.");
            if (HasNull(threat))
            {
                throw new JsonException("The document holds null.");
            }

            string[] faults = [.. new ThreatFaults(schema).Of(threat).Take(MostFaults).Select(fault => $"--threat: '{path}': {fault} {Form}")];
            return faults.Length == 0 ? threat : throw new OptionsException(string.Join('\n', faults));
        }
        catch (JsonException fault)
        {
            throw new OptionsException($"--threat: '{path}', line {(fault.LineNumber ?? 0) + 1}: this is not a threat: {Documents.Say(fault, "a threat")} {Form}", fault);
        }
    }

    /// <summary>Writes a threat, beside its place first so that there is never half of it.</summary>
    /// <param name="path">The file; one of this name is replaced.</param>
    /// <param name="threat">The threat.</param>
    /// <exception cref="OptionsException">The folder does not exist.</exception>
    public static void Write(string path, Threat threat)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(threat);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
        {
            throw new OptionsException($"--write-threat: the folder '{folder}' does not exist. Make it, or choose another path.");
        }

        RunFolder.Write(folder, Path.GetFileName(path), Documents.Write(threat));
    }

    // The reader of JSON lets nulls through in lists and where a member of a constructor is absent.
    private static bool HasNull(Threat threat) => threat.Columns is null
        || threat.Columns.Any(column => column is null || column.Levels?.Contains(null!) == true)
        || threat.Rules.Any(rule => rule?.Column is null);
}
