"""What has changed between two flights: terrain, surfaces, trees and buildings."""
