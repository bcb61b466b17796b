using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Forms;

namespace Modelwright.Runtime.Prediction;

/// <summary>
/// Asks a form for all it answers. Many rows are answered in parts, so that the features made on the way take little room; a
/// row's answer does not depend on the others, so the bits are the same at any number of threads. Only a form that reads in order
/// (<see cref="IReadsInOrder"/>) is asked for all rows at once.
/// </summary>
public static class ModelAnswers
{
    /// <summary>A part has so many rows at the most: their features stay near the processor.</summary>
    private const int MostRows = 4096;

    /// <summary>A part has so many at the least, so that finding the columns and starting a thread cost little beside them.</summary>
    private const int FewestRows = 256;

    /// <summary>Answers admitted rows.</summary>
    /// <param name="form">A form that answers classes, numbers or columns.</param>
    /// <param name="rows">The form's inputs by name.</param>
    /// <param name="threads">Parts that are answered side by side; 1 or more.</param>
    /// <param name="cancellation">Looked at before each part.</param>
    /// <returns>rows x classes probabilities, row by row; or one number a row; or rows x columns.</returns>
    /// <exception cref="ArtifactException">The form answers none of them.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static double[] Of(IForm form, Table rows, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (form is IReadsInOrder inOrder)
        {
            return inOrder.AnswerInOrder(rows, threads, cancellation).Numbers;
        }

        var width = Width(form);
        var answers = new double[rows.RowCount * width];
        var size = PartRows(rows.RowCount, threads);
        if (rows.RowCount <= size)
        {
            cancellation.ThrowIfCancellationRequested();
            Answer(form, rows, answers);
            return answers;
        }

        var parts = (rows.RowCount + size - 1) / size;
        ThreadedParts.Do(
            parts,
            threads,
            part =>
            {
                var from = part * size;
                int[] some = [.. Enumerable.Range(from, Math.Min(size, rows.RowCount - from))];
                Answer(form, rows.Take(some), answers.AsSpan(from * width, some.Length * width));
            },
            cancellation);
        return answers;
    }

    /// <summary>Parts that rows are answered in where there are threads enough; more threads than these do not help.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <returns>1 or more.</returns>
    public static int Parts(int rows) => Math.Max(1, (rows + FewestRows - 1) / FewestRows);

    private static int PartRows(int rows, int threads) => Math.Clamp((rows + threads - 1) / threads, FewestRows, MostRows);

    /// <summary>Numbers a row: the number of classes or columns, or 1.</summary>
    internal static int Width(IForm form) => form switch
    {
        IPredictsClasses classes => classes.Classes.Count,
        IPredictsNumbers => 1,
        IAnswersColumns columns => columns.Answers.Count,
        _ => throw new ArtifactException($"Form '{form.Info.Name}' answers neither classes nor numbers nor columns, so it cannot predict. Open the package with a release that knows its task."),
    };

    private static void Answer(IForm form, Table rows, Span<double> answers)
    {
        if (form is IPredictsClasses classes)
        {
            classes.PredictProbabilities(rows, answers);
        }
        else if (form is IPredictsNumbers numbers)
        {
            numbers.Predict(rows, answers);
        }
        else
        {
            ((IAnswersColumns)form).Answer(rows, answers);
        }
    }
}
