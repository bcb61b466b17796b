using System.Globalization;
using Modelwright.Samples.Loans;

namespace Modelwright.Samples.MachineAnomalies;

/// <summary>Writes readings of four machines, one in fifty of them with a fault of one of three kinds.</summary>
internal static class MachineFile
{
    private const int Machines = 4;
    private const double Faults = 0.02;
    private const int RowsOfAProduct = 48;
    private static readonly DateTime Start = new(2025, 3, 3, 6, 0, 0, DateTimeKind.Unspecified);

    /// <summary>Writes the file: a header and one line a reading, every ten minutes of each machine, separated by commas, lines ended by a line feed.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="rows">Number of readings.</param>
    /// <param name="seed">The same seed gives the same bytes.</param>
    public static void Write(TextWriter writer, int rows, int seed)
    {
        writer.Write("time,machine,product,load,speed,current,temperature,vibration,pressure,true_fault\n");
        var machines = new Chance(seed);
        var faults = new Chance(seed ^ 0xFA17);
        for (var row = 0; row < rows; row++)
        {
            var (machine, turn) = (row % Machines, row / Machines);
            var product = Product.All[((turn / RowsOfAProduct) + machine) % Product.All.Count];
            var reading = Usual(product, turn, machines);
            var fault = faults.Happens(Faults) ? faults.Whole(0, 3) : -1;
            var time = Start.AddMinutes(10.0 * turn).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
            writer.Write($"{time},M{machine + 1},{product.Name},{Cells(Broken(reading, fault, faults))},{Name(fault)}\n");
        }
    }

    // Two shifts: full load by day, less at night.
    private static Reading Usual(Product product, int turn, Chance chance)
    {
        var hour = (6 + (turn / 6)) % 24;
        var load = Math.Clamp((hour is >= 6 and < 20 ? 0.75 : 0.4) + (0.1 * chance.Normal()), 0.05, 1);
        var speed = product.Speed * (1 + (0.02 * chance.Normal()));
        var current = 5 + (20 * load) + (speed / 300) + (0.4 * chance.Normal());
        return new()
        {
            Product = product,
            Load = load,
            Speed = speed,
            Current = current,
            Temperature = 24 + (1.6 * current) + (0.8 * chance.Normal()),
            Vibration = 0.8 + (speed / 1000) + (0.12 * chance.Normal()),
            Pressure = product.Pressure * (1 + (0.03 * chance.Normal())),
        };
    }

    private static Reading Broken(Reading reading, int fault, Chance chance) => fault switch
    {
        // Out of what any machine ever shows.
        0 => chance.Happens(0.5) ? reading with { Temperature = reading.Temperature + 45 } : reading with { Vibration = reading.Vibration + 4 },

        // Usual for another product, not for this one.
        1 => reading with { Pressure = Other(reading.Product).Pressure * (1 + (0.03 * chance.Normal())) },

        // Each value is usual, but current does not follow load: a worn bearing, or a slipping belt.
        2 => reading with { Current = 5 + (20 * (1.15 - reading.Load)) + (reading.Speed / 300), Load = reading.Load },
        _ => reading,
    };

    private static Product Other(Product product) => Product.All.First(other => other != product && Math.Abs(other.Pressure - product.Pressure) > 2);

    private static string Name(int fault) => fault switch { 0 => "global", 1 => "local", 2 => "dependency", _ => "none" };

    private static string Cells(Reading reading) =>
        FormattableString.Invariant($"{Cut(reading.Load, 100):0.00},{Cut(reading.Speed, 1):0},{Cut(reading.Current, 10):0.0},{Cut(reading.Temperature, 10):0.0},{Cut(reading.Vibration, 100):0.00},{Cut(reading.Pressure, 100):0.00}");

    private static double Cut(double value, double parts) => Math.Floor(value * parts) / parts;
}
