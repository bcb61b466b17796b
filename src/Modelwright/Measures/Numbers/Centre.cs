namespace Modelwright.Measures.Numbers;

/// <summary>Weighted moments of true values and errors.</summary>
/// <param name="Weight">Weight of all rows.</param>
/// <param name="Mean">Mean of the truth.</param>
/// <param name="Variance">Mean squared distance of the truth from its mean.</param>
/// <param name="Squares">Mean squared error.</param>
internal readonly record struct Centre(double Weight, double Mean, double Variance, double Squares)
{
    /// <summary>Adds up all rows; the mean first, so that large values of small spread keep their digits.</summary>
    /// <param name="answers">The rows.</param>
    public static Centre Of(NumberAnswers answers)
    {
        var total = 0.0;
        var sum = 0.0;
        for (var row = 0; row < answers.Count; row++)
        {
            total += answers.Weight(row);
            sum += answers.Weight(row) * answers.Truth[row];
        }

        var mean = sum / total;
        var variance = 0.0;
        var squares = 0.0;
        for (var row = 0; row < answers.Count; row++)
        {
            var weight = answers.Weight(row);
            var away = answers.Truth[row] - mean;
            var error = answers.Truth[row] - answers.Predicted[row];
            variance += weight * away * away;
            squares += weight * error * error;
        }

        return new(total, mean, variance / total, squares / total);
    }

    /// <summary>The mean of a figure of the distance between the truth and its mean: what a constant answer gets.</summary>
    /// <param name="answers">Number answers.</param>
    /// <param name="figure">From the true value and the mean.</param>
    public static double OfConstant(Answers answers, Func<double, double, double> figure)
    {
        var numbers = (NumberAnswers)answers;
        var mean = Of(numbers).Mean;
        var sum = 0.0;
        var total = 0.0;
        for (var row = 0; row < numbers.Count; row++)
        {
            if (figure(numbers.Truth[row], mean) is var value && !double.IsNaN(value))
            {
                sum += numbers.Weight(row) * value;
                total += numbers.Weight(row);
            }
        }

        return sum / total;
    }
}
