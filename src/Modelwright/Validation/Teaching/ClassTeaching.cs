using Modelwright.Core.Data;

namespace Modelwright.Validation.Teaching;

/// <summary>Rows taught by probabilities: a copy for each class that is worth it, weighing as much as it is probable.</summary>
internal static class ClassTeaching
{
    /// <summary>A class that is less probable is left to the others: its copy would cost as much as theirs and say next to nothing.</summary>
    private const double LeastShare = 0.02;

    /// <summary>Makes the copies.</summary>
    /// <param name="rows">Rows with their target.</param>
    /// <param name="answers">A probability for each row and class.</param>
    /// <param name="share">What the teacher counts beside the truth, from 0 to 1.</param>
    public static TaughtRows Of(LabelledRows rows, double[] answers, double share)
    {
        var truth = (CategoryColumn)rows.Target!;
        var (count, width) = (rows.Table.RowCount, truth.Levels.Count);
        var codes = new List<int>(count * 3);
        List<int> origins = [];
        List<double> shares = [];
        for (var row = 0; row < count; row++)
        {
            codes.Add(truth.Codes.At(row));
        }

        var soft = new double[width];
        for (var row = 0; row < count; row++)
        {
            var total = Soften(answers.AsSpan(row * width, width), codes[row], share, soft);
            for (var label = 0; label < width; label++)
            {
                if (soft[label] > 0)
                {
                    codes.Add(label);
                    origins.Add(row);
                    shares.Add(soft[label] / total);
                }
            }
        }

        return TaughtRows.Of(rows, [.. origins], new CategoryColumn(truth.Name, truth.Levels, [.. codes]), [.. shares]);
    }

    /// <summary>Mixes answers and truth, and leaves out what is hardly probable; the most probable stays in any case.</summary>
    private static double Soften(ReadOnlySpan<double> answers, int truth, double share, double[] soft)
    {
        var most = 0.0;
        for (var label = 0; label < soft.Length; label++)
        {
            soft[label] = (share * answers[label]) + (label == truth ? 1 - share : 0);
            most = Math.Max(most, soft[label]);
        }

        var total = 0.0;
        for (var label = 0; label < soft.Length; label++)
        {
            soft[label] = soft[label] >= Math.Min(LeastShare, most) ? soft[label] : 0;
            total += soft[label];
        }

        return total;
    }
}
