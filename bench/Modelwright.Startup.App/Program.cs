using System.Diagnostics;
using System.Globalization;
using Modelwright.Runtime.Prediction;

// The smallest app that predicts: it opens a package and says what that took, in milliseconds and bytes, one line.
var before = GC.GetTotalMemory(forceFullCollection: true);
var start = Stopwatch.GetTimestamp();
using var predictor = Predictor.Load(args[0]);
var load = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
var peak = Environment.WorkingSet;
var held = GC.GetTotalMemory(forceFullCollection: true) - before;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{load} {held} {peak} {predictor.Classes.Count}"));
