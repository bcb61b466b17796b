using System.Globalization;
using System.Text;
using Modelwright.Samples.Loans;

const string Usage = "Usage: dotnet run --project samples/loans/Generator -- [--rows 2000] [--seed 1] [--leak] > loans.csv";

var rows = 2_000;
var seed = 1;
var leak = false;
for (var position = 0; position < args.Length; position++)
{
    var next = position + 1 < args.Length ? args[position + 1] : "";
    var isNumber = int.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
    switch (args[position])
    {
        case "--leak":
            leak = true;
            break;
        case "--rows" when isNumber:
            rows = number;
            position++;
            break;
        case "--seed" when isNumber:
            seed = number;
            position++;
            break;
        default:
            Console.Error.WriteLine($"'{args[position]}' is not an option, or its value '{next}' is not a whole number of 0 or more. {Usage}");
            return 2;
    }
}

using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
LoanFile.Write(output, rows, seed, leak);
return 0;
