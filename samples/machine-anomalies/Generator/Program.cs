using System.Globalization;
using System.Text;
using Modelwright.Samples.MachineAnomalies;

const string Usage = "Usage: dotnet run --project samples/machine-anomalies/Generator -- [--rows 4000] [--seed 1] > machines.csv";

var (rows, seed) = (4_000, 1);
for (var position = 0; position < args.Length; position += 2)
{
    var text = position + 1 < args.Length ? args[position + 1] : "";
    var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
    switch (args[position])
    {
        case "--rows" when isNumber:
            rows = number;
            break;
        case "--seed" when isNumber:
            seed = number;
            break;
        default:
            Console.Error.WriteLine($"'{args[position]}' is not an option, or its value '{text}' is not a whole number of 0 or more. {Usage}");
            return 2;
    }
}

using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
MachineFile.Write(output, rows, seed);
return 0;
