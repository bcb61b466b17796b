using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Linear;

/// <summary>Weighted sums, added in the order of the inputs. A sum beyond the range of numbers is held at its end, so every score is finite.</summary>
internal sealed class LinearScorer
{
    /// <summary>The layout that also holds the means of the inputs.</summary>
    internal const int VersionWithMeans = 2;

    private readonly double[] _coefficients;
    private readonly double[] _intercepts;
    private readonly double[] _means;

    internal LinearScorer(string form, LinearScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        Inputs = new(form, scores.Inputs);
        _coefficients = scores.Coefficients;
        _intercepts = scores.Intercepts;
        _means = scores.Means.Length > 0 ? scores.Means : new double[scores.Inputs.Count];
        LayoutVersion = scores.Means.Length > 0 ? VersionWithMeans : 1;
        Check(form, scores);
    }

    internal FormInputs Inputs { get; }

    internal int Outputs => _intercepts.Length;

    /// <summary>The oldest version of the stored layout that says all of it.</summary>
    internal int LayoutVersion { get; }

    internal void Score(ReadOnlySpan<double> values, Span<double> scores)
    {
        var inputs = Inputs.All.Count;
        for (int score = 0, start = 0; score < scores.Length; score += Outputs, start += inputs)
        {
            var row = values.Slice(start, inputs);
            for (var output = 0; output < Outputs; output++)
            {
                scores[score + output] = Sum(row, output);
            }
        }
    }

    /// <summary>The scores of a row whose values are the means.</summary>
    internal double[] Base()
    {
        var start = new double[Outputs];
        Score(_means, start);
        return start;
    }

    /// <summary>What each input adds to each score.</summary>
    /// <param name="values">Rows x inputs.</param>
    /// <param name="output">Rows x outputs x inputs; overwritten.</param>
    internal void Explain(ReadOnlySpan<double> values, Span<double> output)
    {
        for (var place = 0; place < output.Length; place++)
        {
            var (row, input) = (place / _coefficients.Length, place % _means.Length);
            var value = values[(row * _means.Length) + input];
            output[place] = Held(((double.IsNaN(value) ? 0 : value) - _means[input]) * _coefficients[place % _coefficients.Length]);
        }
    }

    internal static void Write(IArtifactWriter writer, LinearScores scores)
    {
        ArgumentNullException.ThrowIfNull(writer);
        InputRecord.Write(writer, scores.Inputs);
        writer.Numbers("coefficients", scores.Coefficients);
        writer.Numbers("intercepts", scores.Intercepts);
        if (scores.Means.Length > 0)
        {
            writer.Numbers("means", scores.Means);
        }
    }

    internal static LinearScores Read(IArtifactReader reader) =>
        new(InputRecord.Read(reader), reader.Numbers("coefficients"), reader.Numbers("intercepts"))
        {
            Means = reader.Integer("version") >= VersionWithMeans ? reader.Numbers("means") : [],
        };

    private double Sum(ReadOnlySpan<double> row, int output)
    {
        var coefficients = _coefficients.AsSpan(output * row.Length, row.Length);
        var sum = _intercepts[output];
        for (var input = 0; input < row.Length; input++)
        {
            var value = row[input];
            sum += double.IsNaN(value) ? 0 : value * coefficients[input];
        }

        return double.IsFinite(sum) ? sum : HeldSum(row, coefficients, _intercepts[output]);
    }

    private static double HeldSum(ReadOnlySpan<double> row, ReadOnlySpan<double> coefficients, double sum)
    {
        for (var input = 0; input < row.Length; input++)
        {
            var value = double.IsNaN(row[input]) ? 0 : Held(row[input]);
            sum = Held(sum + Held(value * coefficients[input]));
        }

        return sum;
    }

    private static double Held(double value) => Math.Clamp(value, -double.MaxValue, double.MaxValue);

    private static void Check(string form, LinearScores scores)
    {
        if (scores.Intercepts.Length == 0 || scores.Coefficients.Length != (long)scores.Intercepts.Length * scores.Inputs.Count)
        {
            throw new ArtifactException($"Form '{form}' has {scores.Coefficients.Length} coefficients for {scores.Intercepts.Length} outputs and {scores.Inputs.Count} inputs. Give one for each output and input, and at least one output.");
        }

        if (!SoundArrays.AreFinite(scores.Coefficients) || !SoundArrays.AreFinite(scores.Intercepts))
        {
            throw new ArtifactException($"A coefficient or intercept of form '{form}' is not finite. Make the model again.");
        }

        if (scores.Means.Length > 0 && (scores.Means.Length != scores.Inputs.Count || !SoundArrays.AreFinite(scores.Means)))
        {
            throw new ArtifactException($"Form '{form}' has {scores.Means.Length} means for {scores.Inputs.Count} inputs, or one that is not finite. Give one for each input, or none.");
        }

        if (scores.Inputs.FirstOrDefault(input => input.Type != ColumnType.Number) is { } other)
        {
            throw new ArtifactException($"Form '{form}' reads numbers; input '{other.Name}' is not one. Turn it into numbers by a step.");
        }
    }
}
