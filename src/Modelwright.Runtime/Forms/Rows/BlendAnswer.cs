using Modelwright.Runtime.Forms.Blend;

namespace Modelwright.Runtime.Forms.Rows;

/// <summary>The weighted mean of bound forms, as <see cref="NumberBlendForm"/> and <see cref="ClassBlendForm"/> take it.</summary>
/// <param name="members">The members.</param>
/// <param name="weights">One a member.</param>
/// <param name="classes">Number of classes; 0 where numbers are answered.</param>
internal sealed class BlendAnswer(RowAnswer[] members, double[] weights, int classes) : RowAnswer
{
    internal override void Answer(ReadOnlySpan<double> rows, int width, Span<double> output)
    {
        output.Clear();
        using var room = new Room(output.Length);
        for (var member = 0; member < members.Length; member++)
        {
            members[member].Answer(rows, width, room.Values);
            BlendSum.Add(room.Values, weights[member], output);
        }

        if (classes == 0)
        {
            BlendSum.Hold(output);
        }

        for (var start = 0; classes > 0 && start < output.Length; start += classes)
        {
            ClassScores.ScaleToOne(output.Slice(start, classes));
        }
    }
}
