using System.Globalization;

namespace Modelwright.Scale;

/// <summary>The options of a call.</summary>
/// <param name="Rows">Rows to make.</param>
/// <param name="Columns">Columns, the target included.</param>
/// <param name="Budget">The budget of training, as the command line takes it.</param>
/// <param name="Memory">The memory limit of training, as the command line takes it; null means none.</param>
/// <param name="Seed">Chance of the rows.</param>
/// <param name="Folder">Where the rows are kept.</param>
/// <param name="Trains">Whether to train and predict as well.</param>
internal sealed record Options(int Rows, int Columns, string Budget, string? Memory, int Seed, string Folder, bool Trains)
{
    /// <summary>Reads "--name value" pairs.</summary>
    /// <param name="texts">The call.</param>
    public static Options Parse(string[] texts)
    {
        var values = texts.Chunk(2).ToDictionary(pair => pair[0].TrimStart('-'), pair => pair.Length > 1 ? pair[1] : "", StringComparer.Ordinal);
        return new(
            int.Parse(values.GetValueOrDefault("rows", "1000000"), CultureInfo.InvariantCulture),
            int.Parse(values.GetValueOrDefault("columns", "18"), CultureInfo.InvariantCulture),
            values.GetValueOrDefault("budget", "120s"),
            values.GetValueOrDefault("memory"),
            int.Parse(values.GetValueOrDefault("seed", "1"), CultureInfo.InvariantCulture),
            values.GetValueOrDefault("folder", Path.Combine(Path.GetTempPath(), "modelwright-scale")),
            values.GetValueOrDefault("train", "yes") != "no");
    }
}
