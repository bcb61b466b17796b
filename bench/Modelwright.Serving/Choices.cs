using System.Globalization;

namespace Modelwright.Serving;

/// <summary>How long and how hard.</summary>
internal sealed record Choices
{
    public int Seconds { get; init; } = 10;

    public int Connections { get; init; } = 32;

    public int Swaps { get; init; } = 20;

    public int Requests { get; init; } = 100_000;

    public int Seed { get; init; } = 1;

    public static Choices Read(string[] words)
    {
        var choices = new Choices();
        for (var place = 0; place + 1 < words.Length; place += 2)
        {
            var number = int.Parse(words[place + 1], CultureInfo.InvariantCulture);
            choices = words[place] switch
            {
                "--seconds" => choices with { Seconds = number },
                "--connections" => choices with { Connections = number },
                "--swaps" => choices with { Swaps = number },
                "--requests" => choices with { Requests = number },
                "--seed" => choices with { Seed = number },
                var other => throw new ArgumentException($"There is no option '{other}'."),
            };
        }

        return choices;
    }
}
