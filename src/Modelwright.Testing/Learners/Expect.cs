using System.Globalization;

namespace Modelwright.Testing.Learners;

/// <summary>What a check expects; a broken expectation is a <see cref="ContractException"/> that says what was found.</summary>
internal static class Expect
{
    /// <summary>Probabilities of a row sum to 1 up to rounding of as many terms as there are classes.</summary>
    private const double SumTolerance = 1e-9;

    /// <summary>Expects a truth.</summary>
    public static void That(bool holds, string expected)
    {
        if (!holds)
        {
            throw new ContractException(expected);
        }
    }

    /// <summary>Expects an exception of a type.</summary>
    public static T Throws<T>(Action action, string why)
        where T : Exception
    {
        try
        {
            action();
        }
        catch (T expected)
        {
            return expected;
        }
        catch (Exception other) when (other is not ContractException)
        {
            throw new ContractException($"{why}: expected {typeof(T).Name}, got {other.GetType().Name}: {other.Message}", other);
        }

        throw new ContractException($"{why}: expected {typeof(T).Name}, but nothing was thrown");
    }

    /// <summary>Expects an error text of at least two sentences (what was wrong, what to do) that names what it must.</summary>
    public static void Remedy(string text, params string[] named)
    {
        That(text.TrimEnd().EndsWith('.'), $"expected an error of whole sentences, got: {text}");
        That(text.Split(". ", StringSplitOptions.RemoveEmptyEntries).Length >= 2, $"expected an error that says what was wrong and what to do, got: {text}");
        foreach (var name in named)
        {
            That(text.Contains(name, StringComparison.Ordinal), $"expected the error to name '{name}', got: {text}");
        }
    }

    /// <summary>Expects finite answers; for classes, probabilities within [0, 1] that sum to 1; for clusters, a whole number, a distance of 0 or more and a doubt within [0, 1].</summary>
    public static void Sound(double[] answers, ToyTask task)
    {
        for (var start = 0; start < answers.Length; start += task.Width)
        {
            var row = answers.AsSpan(start, task.Width);
            var sum = 0.0;
            foreach (var answer in row)
            {
                That(double.IsFinite(answer), $"row {start / task.Width}: expected a finite answer, got {Text(answer)}");
                That(!task.IsClassification || answer is >= 0 and <= 1, $"row {start / task.Width}: expected a probability within [0, 1], got {Text(answer)}");
                sum += answer;
            }

            That(!task.IsClustering || IsAssigned(row), $"row {start / task.Width}: expected a cluster, a distance of 0 or more and a doubt within [0, 1], got {string.Join(", ", row.ToArray().Select(Text))}");
            That(!task.IsClassification || Math.Abs(sum - 1) <= SumTolerance, $"row {start / task.Width}: expected probabilities of sum 1, got {Text(sum)}");
        }
    }

    private static bool IsAssigned(ReadOnlySpan<double> row) => row[0] >= 0 && row[0] == Math.Floor(row[0]) && row[1] >= 0 && row[2] is >= 0 and <= 1;

    /// <summary>Expects an ability.</summary>
    public static T Form<T>(object form)
        where T : class => form as T ?? throw new ContractException($"expected a form that is {typeof(T).Name}");

    /// <summary>Expects the same bits.</summary>
    public static void SameBits(double[] expected, double[] found, string why)
    {
        That(expected.Length == found.Length, $"{why}: expected {expected.Length} answers, got {found.Length}");
        for (var index = 0; index < expected.Length; index++)
        {
            That(
                BitConverter.DoubleToInt64Bits(expected[index]) == BitConverter.DoubleToInt64Bits(found[index]),
                $"{why}: expected the same bits, but answer {index} is {Text(found[index])} instead of {Text(expected[index])}");
        }
    }

    /// <summary>Root of the mean squared difference.</summary>
    public static double Distance(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var index = 0; index < left.Length; index++)
        {
            sum += (left[index] - right[index]) * (left[index] - right[index]);
        }

        return Math.Sqrt(sum / Math.Max(1, left.Length));
    }

    /// <summary>A number as invariant text.</summary>
    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
