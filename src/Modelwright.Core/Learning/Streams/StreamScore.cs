namespace Modelwright.Core.Learning.Streams;

/// <summary>How strange one reading is beside those before it.</summary>
/// <param name="Score">Finite, 0 or more; higher is stranger.</param>
/// <param name="Input">Which input was the strangest: its position in <see cref="FormInfo.Inputs"/>; -1 where no input had a value, or nothing is known yet.</param>
/// <param name="Usual">The value that was to be expected of that input, in its unit; NaN where there was none.</param>
public readonly record struct StreamScore(double Score, int Input, double Usual)
{
    /// <summary>In what way that input was the strangest; <see cref="StreamSign.None"/> where nothing is known yet.</summary>
    public StreamSign Sign { get; init; }
}
