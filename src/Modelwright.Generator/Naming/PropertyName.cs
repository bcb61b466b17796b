using System.Text;

namespace Modelwright.Generator.Naming;

/// <summary>The name of the property of a column: its words, each with a capital, one after another.</summary>
internal static class PropertyName
{
    /// <summary>'tenure in months' is TenureInMonths, '2nd class' is _2ndClass, 'x1_2' is X1_2; without letters or digits it is Column.</summary>
    internal static string Of(string column)
    {
        var name = new StringBuilder();
        var startsWord = true;
        foreach (var letter in column)
        {
            if (!NameLetters.IsPart(letter, startsWord))
            {
                startsWord = true;
                continue;
            }

            // Two numbers side by side would read as one.
            if (startsWord && name.Length > 0 && char.IsDigit(letter) && char.IsDigit(name[^1]))
            {
                name.Append('_');
            }

            name.Append(startsWord ? char.ToUpperInvariant(letter) : letter);
            startsWord = false;
            if (name.Length >= NameLetters.Most)
            {
                break;
            }
        }

        return name.Length == 0 ? "Column" : NameLetters.Started(name.ToString());
    }
}
