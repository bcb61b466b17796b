using System.Globalization;
using Modelwright.Measures;

namespace Modelwright.Stress.Attacks;

/// <summary>Says answers in words.</summary>
internal static class AttackedAnswers
{
    /// <summary>The class with its probability, or the number.</summary>
    public static string Say(Answers answers, int row) => answers switch
    {
        ClassAnswers classes => string.Create(CultureInfo.InvariantCulture, $"{classes.Classes[classes.Answered(row)]} ({classes.Probabilities[(row * classes.Classes.Count) + classes.Answered(row)]:0.###})"),
        NumberAnswers numbers => numbers.Predicted[row].ToString("G6", CultureInfo.InvariantCulture),
        _ => "",
    };
}
