using System.Text;

namespace Modelwright.Generator.Naming;

/// <summary>The name of the member of a class in the enumeration: the class as it is, with '_' for what no name may hold.</summary>
internal static class LabelName
{
    /// <summary>'not a-b' is not_a_b, '1st' is _1st; a class without a letter or a digit is '_' for each of its characters, the empty one '_'.</summary>
    internal static string Of(string label)
    {
        var name = new StringBuilder();
        foreach (var letter in label.Take(NameLetters.Most))
        {
            name.Append(NameLetters.IsPart(letter, name.Length == 0) ? letter : '_');
        }

        return name.Length == 0 ? "_" : NameLetters.Started(name.ToString());
    }
}
