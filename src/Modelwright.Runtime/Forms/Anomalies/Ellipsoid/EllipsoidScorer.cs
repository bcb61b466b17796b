using System.Buffers;

namespace Modelwright.Runtime.Forms.Anomalies.Ellipsoid;

/// <summary>How long a row's stretched place is, and how much of the squared length stands on each input.</summary>
/// <remarks>
/// The squared length is the sum over inputs of the place times the place stretched twice: a part for each input, which is at 0 where the input is at its
/// centre. A part is below 0 where the input makes the others less strange; it is then 0.
/// </remarks>
internal sealed class EllipsoidScorer(EllipsoidShape shape) : IRowScorer
{
    private readonly int _inputs = shape.Inputs.Count;

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<double> values, Span<double> scores)
    {
        var rented = ArrayPool<double>.Shared.Rent(_inputs);
        var place = rented.AsSpan(0, _inputs);
        for (var row = 0; row < scores.Length; row++)
        {
            Place(values.Slice(row * _inputs, _inputs), place);
            scores[row] = Math.Sqrt(Squared(place));
        }

        ArrayPool<double>.Shared.Return(rented);
    }

    /// <inheritdoc/>
    public void Explain(ReadOnlySpan<double> values, Span<double> parts)
    {
        var rented = ArrayPool<double>.Shared.Rent(_inputs);
        var place = rented.AsSpan(0, _inputs);
        for (var start = 0; start < values.Length; start += _inputs)
        {
            Place(values.Slice(start, _inputs), place);
            Parts(place, parts.Slice(start, _inputs));
        }

        ArrayPool<double>.Shared.Return(rented);
    }

    private void Place(ReadOnlySpan<double> row, Span<double> place)
    {
        for (var input = 0; input < row.Length; input++)
        {
            place[input] = ScaledInputs.Axis(row[input], shape.Centers[input], shape.Scales[input]);
        }
    }

    private double Squared(ReadOnlySpan<double> place)
    {
        var (left, sum) = (Dot(place, place), 0.0);
        for (var axis = 0; axis < shape.Stretches.Length; axis++)
        {
            var along = Dot(shape.Axes.AsSpan(axis * _inputs, _inputs), place);
            left -= along * along;
            sum += shape.Stretches[axis] * along * shape.Stretches[axis] * along;
        }

        // Below 0 by rounding only.
        return sum + (shape.Rest * shape.Rest * Math.Max(0, left));
    }

    private void Parts(ReadOnlySpan<double> place, Span<double> parts)
    {
        var rest = shape.Rest * shape.Rest;
        for (var input = 0; input < parts.Length; input++)
        {
            parts[input] = rest * place[input];
        }

        for (var axis = 0; axis < shape.Stretches.Length; axis++)
        {
            var direction = shape.Axes.AsSpan(axis * _inputs, _inputs);
            var along = ((shape.Stretches[axis] * shape.Stretches[axis]) - rest) * Dot(direction, place);
            for (var input = 0; input < parts.Length; input++)
            {
                parts[input] += along * direction[input];
            }
        }

        for (var input = 0; input < parts.Length; input++)
        {
            parts[input] = Math.Max(0, parts[input] * place[input]);
        }
    }

    private static double Dot(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        // Four sums side by side, added in a fixed order.
        var (a, b, c, d, place) = (0.0, 0.0, 0.0, 0.0, 0);
        for (; place + 4 <= one.Length && place + 4 <= other.Length; place += 4)
        {
            a += one[place] * other[place];
            b += one[place + 1] * other[place + 1];
            c += one[place + 2] * other[place + 2];
            d += one[place + 3] * other[place + 3];
        }

        var sum = a + b + (c + d);
        for (; place < one.Length; place++)
        {
            sum += one[place] * other[place];
        }

        return sum;
    }
}
