using System.Globalization;
using System.Text;

namespace Modelwright.Cli.Tests.Verbs;

/// <summary>Made-up rows whose answer can be learned.</summary>
internal static class Rows
{
    public static string Classes(int count) => Table("label", count, (size, colour) => size + (colour == "red" ? 3 : 0) > 6 ? "yes" : "no");

    public static string Numbers(int count) => Table("amount", count, (size, colour) => string.Create(CultureInfo.InvariantCulture, $"{(2 * size) + (colour == "red" ? 5 : 0)}"));

    private static string Table(string target, int count, Func<double, string, string> answer)
    {
        var text = new StringBuilder($"size,colour,{target}\n");
        for (var row = 0; row < count; row++)
        {
            var size = row * 37 % 101 / 10.0;
            var colour = (row * 7 % 3) switch { 0 => "red", 1 => "green", _ => "blue" };
            text.Append(CultureInfo.InvariantCulture, $"{size},{colour},{answer(size, colour)}\n");
        }

        return text.ToString();
    }
}
