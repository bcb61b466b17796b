using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Cli.Options;

/// <summary>Reads what --class-weights says: "balanced", or "yes=5,no=1".</summary>
internal static class ClassWeightList
{
    private const string Balanced = "balanced";

    /// <summary>Reads weights by class; empty where none were given.</summary>
    /// <param name="texts">What was given, one for each time the option stands in the call.</param>
    /// <exception cref="OptionsException">A part is neither 'balanced' nor a class with a number; the text lists all.</exception>
    public static IReadOnlyDictionary<string, double> Parse(IReadOnlyList<string> texts)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var part in NameList.Parse(texts, "--class-weights"))
        {
            var equals = part.LastIndexOf('=');
            var isNumber = double.TryParse(part.AsSpan(equals + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var weight);
            if (part != Balanced && (equals <= 0 || !isNumber))
            {
                faults.Add($"--class-weights must be 'balanced' or pairs CLASS=NUMBER. Got '{part}'. Write them as --class-weights yes=5,no=1.");
            }
            else if (!weights.TryAdd(part == Balanced ? Balanced : part[..equals].Trim(), part == Balanced ? 1 : weight))
            {
                faults.Add($"--class-weights names '{part}' twice. Keep one of them.");
            }
        }

        return faults.Count == 0 ? weights : throw new OptionsException(string.Join('\n', faults));
    }
}
