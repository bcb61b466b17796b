using System.Globalization;
using System.Text;

namespace Modelwright.Scale;

/// <summary>Made-up customers: a time, three categories, an answer, numbers with gaps, and whether the customer left.</summary>
internal static class Rows
{
    /// <summary>Columns that are no plain numbers: time, region, product, channel, returning and the target.</summary>
    public const int Others = 6;

    private const int BytesBuffered = 1 << 16;
    private static readonly DateTime Start = new(2023, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly string[] Channels = ["shop", "web", "phone", "partner"];

    /// <summary>Writes a file of comma-separated values; the same arguments give the same bytes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rows">Rows below the header.</param>
    /// <param name="columns">Columns, the target included; at least <see cref="Others"/> + 4.</param>
    /// <param name="seed">Chance.</param>
    public static void Write(string path, int rows, int columns, int seed)
    {
        var random = new Random(seed);
        var numbers = new double[columns - Others];
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BytesBuffered);
        writer.NewLine = "\n";
        writer.Write("opened,region,product,channel,returning,");
        writer.Write(string.Concat(Enumerable.Range(1, numbers.Length).Select(number => $"n{number},")));
        writer.WriteLine("left");
        var line = new StringBuilder();
        for (var row = 0; row < rows; row++)
        {
            writer.WriteLine(Line(line, numbers, random));
        }
    }

    private static StringBuilder Line(StringBuilder line, double[] numbers, Random random)
    {
        var region = random.Next(12);
        var product = random.Next(200);
        var channel = random.Next(Channels.Length);
        var isReturning = random.Next(3) == 0;
        var opened = Start.AddMinutes(random.Next(1_000_000));
        line.Clear();
        line.Append(CultureInfo.InvariantCulture, $"{opened:yyyy-MM-dd HH:mm:ss},region {region},product {product},{Channels[channel]},{(isReturning ? "yes" : "no")},");
        for (var place = 0; place < numbers.Length; place++)
        {
            numbers[place] = Number(place, random);
            if (random.Next(40) != 0)
            {
                line.Append(CultureInfo.InvariantCulture, $"{numbers[place]}");
            }

            line.Append(',');
        }

        var risk = numbers[0] - (0.5 * numbers[1] * numbers[1]) + (numbers[3] > 40 ? 1 : 0) + (region % 3 * 0.4) + (product % 7 * 0.2) - (isReturning ? 1.2 : 0);
        return line.Append(random.NextDouble() < 1 / (1 + Math.Exp(-risk)) ? "yes" : "no");
    }

    // Every fourth column counts something; the others measure it.
    private static double Number(int place, Random random)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return place % 4 == 3 ? Math.Floor(random.NextDouble() * 100) : Math.Round(normal * (place + 1), 3) / (place + 1);
    }
}
